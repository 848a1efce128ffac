import type { Sql } from 'postgres';
import { wordsOf } from '#lib/model/search/words.ts';
import type { Asked } from './asked.ts';
import { stemming } from './stemming.ts';
import { exact } from './vector.ts';

/**
 * What is to be marked wherever something found is shown: the asked words themselves, and those of its text that have a
 * stem in common with them.
 */
export async function marksIn(sql: Sql, texts: { text: string; lang: string }[], { lexemes, prefix }: Asked): Promise<string[][]> {
	const asked = new Set(lexemes);
	const typed = [...lexemes.filter((one) => one.startsWith(exact(''))).map((one) => one.slice(1)), ...(prefix ? [`${prefix.slice(1)}*`] : [])];
	const words = texts.map(({ text, lang }) => ({ lang, words: wordsOf(text) }));
	const known = new Map(
		await Promise.all(
			[...Map.groupBy(words, ({ lang }) => lang)].map(async ([lang, its]) => [lang, await stemming(sql, [lang], its.flatMap((one) => one.words))] as const)
		)
	);
	return words.map(({ lang, words: its }) => {
		const found = its.filter((word) => asked.has(exact(word.bare)) || known.get(lang)?.stems(lang, word).some((stem) => asked.has(stem)));
		return [...new Set([...typed, ...found.map(({ bare }) => bare)])];
	});
}
