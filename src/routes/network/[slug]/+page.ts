import { fetchCityParts } from '#lib/components/network/fetch-parts.ts';
import type { PageLoad } from './$types';

/** What shows the sections is there before the page is drawn. */
export const load: PageLoad = async ({ data }) => ({ ...data, parts: await fetchCityParts() });
