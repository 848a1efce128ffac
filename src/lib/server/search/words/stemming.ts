import type { Sql } from 'postgres';
import type { WritingLanguage } from '#lib/i18n/locales.ts';
import { bare, type Word } from '#lib/model/search/words.ts';
import { memoPer } from '../../platform/memo.ts';
import { latvianStems } from './latvian.ts';
import { polishStems } from './polish.ts';
import { isStopWord } from './stop-words.ts';

/** PostgreSQL's own dictionaries; it has none for Latvian and Polish. */
const dictionaries: Partial<Record<string, string>> = {
	en: 'english_stem',
	it: 'italian_stem',
	es: 'spanish_stem',
	pt: 'portuguese_stem',
	fr: 'french_stem',
	nb: 'norwegian_stem',
	lt: 'lithuanian_stem',
	ca: 'catalan_stem'
} satisfies Partial<Record<WritingLanguage, string>>;

const own: Partial<Record<string, (word: string) => string[]>> = { lv: latvianStems, pl: polishStems };

/** What is known of words in some languages. */
export interface Stemming {
	/** The stems of a word, unaccented; none of a stop word. */
	stems(lang: string, word: Word): readonly string[];
	isStopWord(lang: string, word: Word): boolean;
}

interface Known {
	stems: readonly string[];
	isStopWord: boolean;
}
/** What is known of a language's words, as they are written. */
type Book = Map<string, Known>;

/** Words of a language kept at a time; beyond that a new book is begun. */
const most = 20_000;
const booksOn = memoPer((_: Sql) => new Map<string, Book>());
const nothing: Known = { stems: [], isStopWord: false };

/** Words are stemmed as they are written and without accents: whoever leaves those out finds them too. */
const formsOf = ({ written, bare }: Word) => (written === bare ? [bare] : [written, bare]);

/** Asks the dictionaries of these languages about these words, once for each word as long as it is remembered. Numbers have no stems. */
export async function stemming(sql: Sql, langs: readonly string[], all: readonly Word[]): Promise<Stemming> {
	const words = all.some(({ number }) => number) ? all.filter(({ number }) => !number) : all;
	const books = booksOn(sql);
	const here = new Map<string, Book>();
	const unknown: { lang: string; word: Word }[] = [];
	for (const lang of langs) {
		const [book, missing] = bookFor(books.get(lang) ?? new Map(), words);
		books.set(lang, book);
		here.set(lang, book);
		for (const word of missing) unknown.push({ lang, word });
	}
	const answers = (
		await ask(
			sql,
			unknown.flatMap(({ lang, word }) => questions(lang, word))
		)
	).values();
	for (const { lang, word } of unknown)
		here.get(lang)?.set(
			word.written,
			knownOf(
				lang,
				word,
				questions(lang, word).map(() => answers.next().value ?? '')
			)
		);

	const known = (lang: string, { written }: Word) => here.get(lang)?.get(written) ?? nothing;
	return { stems: (lang, word) => known(lang, word).stems, isStopWord: (lang, word) => known(lang, word).isStopWord };
}

/** The book to look these words up in, and those that do not stand there yet, each once. */
function bookFor(book: Book, words: readonly Word[]): [Book, Iterable<Word>] {
	const missing = new Map<string, Word>();
	for (const word of words) if (!book.has(word.written)) missing.set(word.written, word);
	if (missing.size === 0 || book.size + missing.size <= most) return [book, missing.values()];
	return [new Map(), new Map(words.map((word) => [word.written, word])).values()];
}

function questions(lang: string, word: Word): [dictionary: string, form: string][] {
	const dictionary = dictionaries[lang];
	return dictionary ? formsOf(word).map((form) => [dictionary, form]) : [];
}

/** @param answers of the dictionary to every form of the word; an empty one belongs to a stop word */
function knownOf(lang: string, word: Word, answers: readonly string[]): Known {
	const listed = isStopWord(lang, word.bare);
	const stems = own[lang]?.(word.bare) ?? answers;
	return { stems: listed ? [] : [...new Set(stems)].filter((stem) => stem !== ''), isStopWord: listed || answers.includes('') };
}

async function ask(sql: Sql, wanted: [dictionary: string, form: string][]): Promise<string[]> {
	if (wanted.length === 0) return [];
	const rows = await sql<{ stems: string[] | null }[]>`
		select ts_lexize(dictionary::regdictionary, form) as stems
		from unnest(${wanted.map(([dictionary]) => dictionary)}::text[], ${wanted.map(([, form]) => form)}::text[])
			with ordinality as asked(dictionary, form, n) order by n`;
	return rows.map(({ stems }) => bare(stems?.[0] ?? ''));
}
