import { fetchSearchParts } from '#lib/components/search/fetch-parts.ts';
import type { PageLoad } from './$types';

/** What shows the results is there before the page is drawn. */
export const load: PageLoad = async ({ data }) => ({ ...data, parts: await fetchSearchParts() });
