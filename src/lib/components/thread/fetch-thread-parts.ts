import { fetchFilesPart } from '#lib/components/files/files-part.svelte.ts';
import type { ThreadInPage } from '#lib/model/threads/packed-thread.ts';
import { fetchHiddenPart } from './hidden-part.svelte.ts';
import { fetchWindowPart } from './window-part.svelte.ts';

/** What a thread on a page needs besides what every thread does is there before the page is drawn. */
export async function fetchThreadParts({
	thread: { thread },
	hiddenTexts
}: {
	thread: ThreadInPage;
	hiddenTexts: readonly unknown[];
}): Promise<void> {
	await Promise.all([fetchFilesPart(thread.posts), fetchHiddenPart(hiddenTexts.length), fetchWindowPart(thread)]);
}
