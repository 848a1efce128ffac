import { fetchDeskParts } from '#lib/components/desk/fetch-parts.ts';
import type { PageLoad } from './$types';

/** What shows the panels is there before the page is drawn. */
export const load: PageLoad = async ({ data }) => ({ ...data, parts: await fetchDeskParts() });
