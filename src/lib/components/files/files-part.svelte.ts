import { speaking } from '#lib/i18n/speaking.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import type PostFiles from './PostFiles.svelte';

/** What shows files in posts, once a thread holds one: most hold none, and then it is not fetched. */
export const filesPart = $state<{ Component: typeof PostFiles | undefined }>({ Component: undefined });

export async function fetchFilesPart(posts: readonly Pick<Post, 'files'>[]): Promise<void> {
	if (filesPart.Component || !posts.some(({ files }) => files)) return;
	filesPart.Component = (await speaking(() => import('./PostFiles.svelte')).catch(() => null))?.default;
}
