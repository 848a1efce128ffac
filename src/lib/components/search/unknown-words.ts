import { m } from '#lib/i18n/m';
import { filterCalled } from '#lib/model/search/key-words.ts';
import type { Unknown } from '#lib/model/search/query.ts';

/** What is told of a filter that names nothing. */
export function unknownWords({ key, value }: Unknown): string {
	switch (filterCalled(key)) {
		case 'city':
			return m.search_unknown_city({ value });
		case 'from':
			return m.search_unknown_person({ value });
		case 'after':
		case 'before':
			return m.search_unknown_day({ value });
		default:
			return m.search_unknown({ value: `${key}:${value}` });
	}
}
