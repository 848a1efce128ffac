import { z } from 'zod';
import { isLocale } from '#lib/i18n/locales.ts';
import { filters } from '#lib/model/search/key-words.ts';
import { withControls, type Controls } from '#lib/model/search/controls.ts';
import { longestQuery } from '#lib/model/search/query.ts';

const wish = z.object({
	q: z.string().catch(''),
	/** Pages of twenty; further ones lead nowhere. */
	page: z.coerce.number().int().min(1).max(50).catch(1),
	most: z.coerce.number().int().min(1).max(20).optional().catch(undefined)
});

export interface SearchWish {
	text: string;
	skip: number;
	most: number | undefined;
}

/** What an address of the search asks for; nothing in it can be wrong. */
export function searchWish(params: URLSearchParams): SearchWish {
	const { q, page, most } = wish.parse(Object.fromEntries(params));
	return { text: q.slice(0, longestQuery), skip: page - 1, most };
}

/** Where a form with controls leads: to the address whose words say the same. */
export function saidByControls(params: URLSearchParams, locale: string): string | null {
	if (!params.has('controls') || !isLocale(locale)) return null;
	const controls = Object.fromEntries(filters.map((filter) => [filter, params.getAll(filter)])) as Controls;
	return `/search?${new URLSearchParams({ q: withControls(params.get('q') ?? '', controls, locale) })}`;
}
