import type { Sql } from 'postgres';
import type { Word } from '#lib/model/search/words.ts';
import type { Asked } from './asked.ts';
import { stemming } from './stemming.ts';
import { exact } from './vector.ts';

/**
 * What is to be marked wherever something found is shown: the asked words themselves, phrases as a whole, and the words of
 * its text that have a stem in common with the asked ones.
 */
export async function marksIn(
	sql: Sql,
	texts: { words: readonly Word[]; lang: string }[],
	{ lexemes, phrases, prefix }: Asked
): Promise<string[][]> {
	const asked = new Set(lexemes);
	const typed = new Set(lexemes.filter((one) => one.startsWith(exact(''))).map((one) => one.slice(1)));
	const known = new Map(
		await Promise.all(
			[...Map.groupBy(texts, ({ lang }) => lang)].map(
				async ([lang, its]) =>
					[
						lang,
						await stemming(
							sql,
							[lang],
							its.flatMap(({ words }) => words)
						)
					] as const
			)
		)
	);
	return texts.map(({ lang, words }) => {
		const stemsOf = known.get(lang)?.stems;
		const found = words.filter((word) => !typed.has(word.bare) && stemsOf?.(lang, word).some((stem) => asked.has(stem)));
		return [...typed, ...phrases, ...(prefix ? [`${prefix.slice(1)}*`] : []), ...new Set(found.map(({ bare }) => bare))];
	});
}
