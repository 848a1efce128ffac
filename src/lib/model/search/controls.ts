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

/** The text of the box once the controls say this. */
export function withControls(text: string, controls: Controls, locale: Locale): string {
	const { terms } = parseQuery(text);
	const empty = parseQuery('');
	const words = sayQuery({ ...empty, terms }, locale);
	const said = filters.flatMap((filter) => controls[filter].map((value) => value.trim()).filter(Boolean).map((value) => `${keyIn(locale, filter)}:"${value}"`));
	return sayQuery(parseQuery([words, ...said].join(' ')), locale);
}
