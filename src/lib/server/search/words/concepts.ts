import type { Sql } from 'postgres';
import type { WritingLanguage } from '#lib/i18n/locales.ts';
import { wordsOf, type Word } from '#lib/model/search/words.ts';
import { memoPer } from '../../platform/memo.ts';
import { stemming, type Stemming } from './stemming.ts';
import { vocabulary } from './vocabulary.ts';

/** A name of a thing: for each of its words the lexemes by which it is found. */
interface Name {
	lang: WritingLanguage;
	words: { bare: string; stems: readonly string[] }[];
}

/** A stretch of the asked words that names a thing, and what else that thing is called. */
export interface Naming {
	from: number;
	length: number;
	others: (readonly string[])[][];
}

const namesOn = memoPer(async (sql: Sql): Promise<Name[][]> => {
	const named = vocabulary.flat();
	const known = new Map<string, Stemming>();
	for (const [lang, its] of Map.groupBy(named, ({ lang }) => lang))
		known.set(
			lang,
			await stemming(
				sql,
				[lang],
				its.flatMap(({ name }) => wordsOf(name))
			)
		);
	return vocabulary.map((concept) =>
		concept.map(({ lang, name }) => ({
			lang,
			words: wordsOf(name).map((word) => ({ bare: word.bare, stems: known.get(lang)?.stems(lang, word) ?? [] }))
		}))
	);
});

/** Finds the vocabulary's things among the asked words, whichever language and ending they are in; the longest names first. */
export async function namedAmong(sql: Sql, asked: readonly Word[], known: Stemming): Promise<Naming[]> {
	const concepts = await namesOn(sql);
	const found: Naming[] = [];
	for (let from = 0; from < asked.length;) {
		const here = longestName(concepts, asked.slice(from), known);
		if (here) found.push({ from, ...here });
		from += here?.length ?? 1;
	}
	return found;
}

function longestName(concepts: Name[][], asked: readonly Word[], known: Stemming): Omit<Naming, 'from'> | null {
	const matching = concepts.flatMap((names) =>
		names.filter((name) => isSaid(name, asked, known)).map((name) => ({ names, length: name.words.length }))
	);
	const length = Math.max(0, ...matching.map((one) => one.length));
	if (length === 0) return null;
	const things = new Set(matching.filter((one) => one.length === length).map(({ names }) => names));
	const others = [...things].flatMap((names) =>
		names.map(({ words }) => words.map(({ bare, stems }) => (stems.length > 0 ? stems : [`=${bare}`])))
	);
	return { length, others };
}

function isSaid({ lang, words }: Name, asked: readonly Word[], known: Stemming): boolean {
	return words.every(({ bare, stems }, n) => {
		const word = asked[n];
		if (!word) return false;
		return word.bare === bare || known.stems(lang, word).some((stem) => stems.includes(stem));
	});
}
