import { writingLanguages, type Locale, type WritingLanguage } from '#lib/i18n/locales.ts';
import { foundKinds, kindNames, type Kind } from './kinds.ts';
import { bare } from './words.ts';

export const filters = ['kind', 'city', 'from', 'lang', 'after', 'before'] as const;
export type Filter = (typeof filters)[number];

/** The words of the query language. Those of every language are understood; the first of each is the one that is written. */
const keys: Record<Locale, Record<Filter, string[]>> = {
	en: {
		kind: ['kind', 'type'],
		city: ['city'],
		from: ['from', 'by', 'author'],
		lang: ['lang', 'language'],
		after: ['after', 'since'],
		before: ['before', 'until']
	},
	lv: { kind: ['veids'], city: ['pilsēta'], from: ['no', 'autors'], lang: ['valoda'], after: ['pēc', 'kopš'], before: ['pirms', 'līdz'] }
};

/** Oneself, as the one a text is from. */
const oneself: Record<Locale, string> = { en: 'me', lv: 'manis' };

const locales = Object.keys(keys) as Locale[];

export function filterCalled(word: string): Filter | undefined {
	return filters.find((filter) => locales.some((locale) => keys[locale][filter].some((name) => bare(name) === bare(word))));
}

export function kindCalled(word: string): Kind | undefined {
	return foundKinds.find(
		(kind) => kind === word || locales.some((locale) => kindNames.get(kind)?.[locale].some((name) => bare(name) === bare(word)))
	);
}

/** A language by its tag, its own name, or its name in an interface language. */
export function languageCalled(word: string): WritingLanguage | undefined {
	const codes = Object.keys(writingLanguages) as WritingLanguage[];
	const called = (code: WritingLanguage) => [
		code,
		writingLanguages[code],
		...locales.map((locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code)
	];
	const asked = bare(word);
	return codes.find((code) => called(code).some((name) => asked === bare(name) || (asked.length > 3 && bare(name).startsWith(asked))));
}

export function isOneself(word: string): boolean {
	return Object.values(oneself).some((name) => bare(name) === bare(word));
}

export function keyIn(locale: Locale, filter: Filter): string {
	return keys[locale][filter][0] ?? filter;
}

export function kindIn(locale: Locale, kind: Kind): string {
	return kindNames.get(kind)?.[locale][0] ?? kind;
}

export function oneselfIn(locale: Locale): string {
	return oneself[locale];
}
