import type { Sql } from 'postgres';
import { mostSlips, mayBeMeant, similarity } from './alike.ts';
import type { Meant } from './asked.ts';
import { lettersBetween, lettersOf, wordList, type WordList } from './listed.ts';

/** Words that are asked for in the place of a typed one. */
const most = 8;

/** For each typed word the words of these networks that may have been meant by it, the most similar first. */
export async function wordsMeant(sql: Sql, networks: string[], typed: string[]): Promise<Meant> {
	if (typed.length === 0) return new Map();
	const lists = await Promise.all(networks.map((network) => wordList(sql, network)));
	const meant = typed.map((word) => [word, wordsLike(word, lists)] as const);
	return new Map(meant.filter(([, words]) => words.length > 0));
}

function wordsLike(typed: string, lists: WordList[]): string[] {
	const [letters, slips] = [lettersOf(typed), mostSlips(typed)];
	const found = new Set<string>();
	for (const list of lists)
		for (const [length, words] of list) {
			// Further apart a word is only another ending of what was typed.
			if (Math.abs(length - typed.length) > 3) continue;
			for (const listed of words)
				if ((lettersBetween(letters, listed.letters) <= 2 * slips || listed.word.startsWith(typed.slice(0, 5))) && mayBeMeant(typed, listed.word)) found.add(listed.word);
		}
	found.delete(typed);
	return [...found]
		.map((word) => ({ word, alike: similarity(typed, word) }))
		.sort((a, b) => b.alike - a.alike || (a.word < b.word ? -1 : 1))
		.slice(0, most)
		.map(({ word }) => word);
}
