import { m } from '#lib/i18n/m';
import type { Kind } from '#lib/model/search/kinds.ts';

/** What the kinds of things are called, several of them. */
export const foundKindWords: Record<Kind, () => string> = {
	meeting: () => m.search_kind_meetings(),
	post: () => m.search_kind_posts(),
	file: () => m.search_kind_files(),
	person: () => m.search_kind_people(),
	city: () => m.search_kind_cities()
};
