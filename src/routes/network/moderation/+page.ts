import { fetchModerationParts } from '#lib/components/moderation/fetch-parts.ts';
import type { PageLoad } from './$types';

/** What tells of the acts is there before the page is drawn. */
export const load: PageLoad = async ({ data }) => ({ ...data, parts: await fetchModerationParts() });
