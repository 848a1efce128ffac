import type { Locale } from '#lib/i18n/locales.ts';
import { keyIn, kindIn, type Filter } from './key-words.ts';
import type { Query, Term } from './query.ts';

/** The query as somebody would type it in this language; read again it asks for the same. */
export function sayQuery(query: Query, locale: Locale): string {
	const filter = (key: Filter, values: readonly string[]) => values.map((value) => `${keyIn(locale, key)}:${valueSaid(value)}`);
	return [
		...query.terms.map(termSaid),
		...filter(
			'kind',
			query.kinds.map((kind) => kindIn(locale, kind))
		),
		...filter('city', query.cities),
		...filter('from', query.people),
		...filter('lang', query.langs),
		...filter('after', query.after ? [query.after] : []),
		...filter('before', query.before ? [query.before] : []),
		...query.unknown.map(({ key, value }) => `${key}:${valueSaid(value)}`)
	].join(' ');
}

function termSaid({ text, exact, without }: Term): string {
	return `${without ? '-' : ''}${exact ? `"${text}"` : text}`;
}

function valueSaid(value: string): string {
	return /^[^\s]+$/.test(value) ? value : `"${value}"`;
}
