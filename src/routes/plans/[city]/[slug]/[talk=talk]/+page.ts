import { fetchThreadParts } from '#lib/components/thread/fetch-thread-parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await fetchThreadParts(data);
	return data;
};
