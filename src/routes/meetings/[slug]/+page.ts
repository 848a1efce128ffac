import { fetchFilesPart } from '#lib/components/files/files-part.svelte.ts';
import type { PageLoad } from './$types';

/** Where there are files in the thread, what shows them is there before the page is drawn. */
export const load: PageLoad = async ({ data }) => {
	await fetchFilesPart(data.thread.thread.posts);
	return data;
};
