import { fetchThreadParts } from '#lib/components/thread/fetch-thread-parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	if (data.talk) await fetchThreadParts(data.talk);
	return data;
};
