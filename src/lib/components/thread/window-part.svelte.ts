import { speaking } from '#lib/i18n/speaking.ts';
import { isLongThread, type Thread } from '#lib/model/threads/thread.ts';
import type { windowParts } from './window-parts.ts';

/** What shows that there is more in a thread than the page, once there is: the ways to it, and what is folded. */
export const windowPart = $state<{ parts: typeof windowParts | undefined }>({ parts: undefined });

export async function fetchWindowPart(thread: Thread): Promise<void> {
	if (windowPart.parts || !isMore(thread)) return;
	windowPart.parts = (await speaking(() => import('./window-parts.ts')).catch(() => null))?.windowParts;
}

function isMore(thread: Thread): boolean {
	const { posts, elsewhere } = thread;
	const answers = posts.filter(({ root }) => root !== null).length;
	return isLongThread(thread) || elsewhere.length > 0 || posts.reduce((sum, { replies }) => sum + replies, 0) > answers;
}
