import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';

/** An entry as it is put in order by its title: id, language, title, and its title in English or nothing. */
export type Titled = [id: string, lang: string, title: string, englishTitle: string];

const collators = new Map<string, Intl.Collator>();

/** Ids in the order of their titles, as the reader's language orders what they are shown. */
export function byTitle(titled: Titled[], locale: string): string[] {
	const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
	collators.set(locale, collator);
	return titled
		.map(([id, lang, title, englishTitle]) => ({ id, title: titleInReadersWords({ lang, title, englishTitle }, locale).title }))
		.sort((a, b) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
		.map(({ id }) => id);
}
