import { fetchFilesPart } from '#lib/components/files/files-part.svelte.ts';
import { fetchHiddenPart } from '#lib/components/thread/hidden-part.svelte.ts';
import type { PageLoad } from './$types';

/** What shows files and hidden texts of the thread is there before the page is drawn. */
export const load: PageLoad = async ({ data }) => {
	const { talk } = data;
	if (talk) await Promise.all([fetchFilesPart(talk.thread.thread.posts), fetchHiddenPart(talk.hiddenTexts.length)]);
	return data;
};
