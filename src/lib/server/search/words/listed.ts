import type { Sql } from 'postgres';
import { memoPer } from '../../platform/memo.ts';
import { ttlCache } from '../../platform/ttl-cache.ts';

/** A word that stands in some text, and which letters it has: one bit for each, in a rough way. */
export interface Listed {
	word: string;
	letters: number;
}

/** The words of a network by their length. */
export type WordList = ReadonlyMap<number, readonly Listed[]>;

/** How old a list may be, in milliseconds; what was written since then is found by its right words. */
const freshFor = 5000;
const listsOn = memoPer((_: Sql) => ttlCache<WordList>(freshFor));

/**
 * The words that stand in a network's entries, kept in memory: to look through them takes a millisecond, to ask
 * PostgreSQL by trigrams for those that are like a mistyped one twenty.
 */
export function wordList(sql: Sql, network: string): Promise<WordList> {
	return listsOn(sql)(network, async () => {
		const [row] = await sql<
			{ words: string | null }[]
		>`select string_agg(word, ' ') as words from search_words where network_id = ${network}`;
		return Map.groupBy(
			(row?.words ?? '').split(' ').map((word) => ({ word, letters: lettersOf(word) })),
			({ word }) => word.length
		);
	});
}

export function lettersOf(word: string): number {
	let letters = 0;
	for (let n = 0; n < word.length; n += 1) letters |= 1 << (word.charCodeAt(n) & 31);
	return letters;
}

/** Letters that stand in only one of two words: every slip leaves two of them at most. */
export function lettersBetween(one: number, other: number): number {
	let between = one ^ other;
	let count = 0;
	for (; between !== 0; between &= between - 1) count += 1;
	return count;
}
