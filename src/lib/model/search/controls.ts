import type { Locale } from '#lib/i18n/locales.ts';
import { filters, keyIn, type Filter } from './key-words.ts';
import { parseQuery } from './parse-query.ts';
import { sayQuery } from './say-query.ts';

/** What the controls beside the box say; they and the words in the box are the same thing. */
export type Controls = Record<Filter, string[]>;

/** What the controls show for what stands in the box. */
export function controlsOf(text: string): Controls {
	const { kinds, cities, people, langs, after, before } = parseQuery(text);
	return { kind: kinds, city: cities, from: people, lang: langs, after: after ? [after] : [], before: before ? [before] : [] };
}

/** Of these the controls show the first, while the box may say several. */
const single: readonly Filter[] = ['city', 'from', 'lang'];

/** The text of the box once the controls say this; what they have no place for stays in it. */
export function withControls(text: string, controls: Controls, locale: Locale): string {
	const { terms, unknown } = parseQuery(text);
	const before = controlsOf(text);
	const words = sayQuery({ ...parseQuery(''), terms, unknown }, locale);
	const now = (filter: Filter) => (single.includes(filter) ? [...controls[filter], ...before[filter].slice(1)] : controls[filter]);
	const said = filters.flatMap((filter) =>
		now(filter)
			.map((value) => value.trim())
			.filter(Boolean)
			.map((value) => `${keyIn(locale, filter)}:"${value}"`)
	);
	return sayQuery(parseQuery([words, ...said].join(' ')), locale);
}
