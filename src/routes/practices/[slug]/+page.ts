import { fetchFilesPart } from '#lib/components/files/files-part.svelte.ts';
import { fetchHiddenPart } from '#lib/components/thread/hidden-part.svelte.ts';
import type { PageLoad } from './$types';

/** Where there are files in the thread, or hidden texts for the reader, what shows them is there before the page is drawn. */
export const load: PageLoad = async ({ data }) => {
	await Promise.all([fetchFilesPart(data.thread.thread.posts), fetchHiddenPart(data.hiddenTexts.length)]);
	return data;
};
