import type { Sql } from 'postgres';
import type { WritingLanguage } from '#lib/i18n/locales.ts';
import { bare, type Word } from '#lib/model/search/words.ts';
import { oncePer } from '../../once-per.ts';
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
	stems(lang: string, word: Word): string[];
	isStopWord(lang: string, word: Word): boolean;
}

/** Stems kept at a time; beyond that all are forgotten. An empty one belongs to a stop word. */
const most = 100_000;
const knownOn = oncePer((_: Sql) => new Map<string, string>());

/** Words are stemmed as they are written and without accents: whoever leaves those out finds them too. */
const formsOf = ({ written, bare }: Word) => (written === bare ? [bare] : [written, bare]);

/** Asks the dictionaries of these languages about these words, once for each word as long as it is remembered. */
export async function stemming(sql: Sql, langs: readonly string[], words: readonly Word[]): Promise<Stemming> {
	const here = new Map<string, string>();
	const asked = new Map<string, [dictionary: string, form: string]>();
	const remembered = knownOn(sql);
	const forms = new Set(words.flatMap(formsOf));
	for (const dictionary of langs.flatMap((lang) => dictionaries[lang] ?? [])) {
		for (const form of forms) {
			const known = remembered.get(`${dictionary} ${form}`);
			if (known === undefined) asked.set(`${dictionary} ${form}`, [dictionary, form]);
			else here.set(`${dictionary} ${form}`, known);
		}
	}
	if (remembered.size + asked.size > most) remembered.clear();
	const answers = await ask(sql, [...asked.values()]);
	[...asked.keys()].forEach((key, n) => {
		here.set(key, answers[n] ?? '');
		remembered.set(key, answers[n] ?? '');
	});

	const found = (lang: string, word: Word) => formsOf(word).map((form) => here.get(`${dictionaries[lang]} ${form}`) ?? '');
	return {
		stems(lang, word) {
			if (isStopWord(lang, word.bare)) return [];
			const stems = own[lang]?.(word.bare) ?? (dictionaries[lang] ? found(lang, word) : []);
			return [...new Set(stems)].filter((stem) => stem !== '');
		},
		isStopWord: (lang, word) =>
			isStopWord(lang, word.bare) || (dictionaries[lang] !== undefined && found(lang, word).includes(''))
	};
}

async function ask(sql: Sql, wanted: [dictionary: string, form: string][]): Promise<string[]> {
	if (wanted.length === 0) return [];
	const rows = await sql<{ stems: string[] | null }[]>`
		select ts_lexize(dictionary::regdictionary, form) as stems
		from unnest(${wanted.map(([dictionary]) => dictionary)}::text[], ${wanted.map(([, form]) => form)}::text[])
			with ordinality as asked(dictionary, form, n) order by n`;
	return rows.map(({ stems }) => bare(stems?.[0] ?? ''));
}
