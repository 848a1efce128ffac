import type { Sql } from 'postgres';
import { endsOtherwise, mayBeMeant, mostSlips, similarity } from './alike.ts';
import type { Meant } from './asked.ts';
import { lettersBetween, lettersOf, wordList, type Listed, type WordList } from './listed.ts';

/** Words that are asked for in the place of a typed one. */
const most = 8;

/**
 * For each typed word the words of these networks that may have been meant by it, the most similar first. A word that was
 * typed among others and stands in some text was hardly mistyped: it was meant, be it with another ending.
 * @param alone whether nothing else was typed
 */
export async function wordsMeant(sql: Sql, networks: string[], typed: string[], { alone }: { alone: boolean }): Promise<Meant> {
	if (typed.length === 0) return new Map();
	const lists = await Promise.all(networks.map((network) => wordList(sql, network)));
	const meant = typed.map((word) => {
		const wasMeant = !alone && isListed(word, lists);
		return [word, wordsLike(word, lists, wasMeant ? (listed) => endsOtherwise(word, listed.word) : mistyped(word))] as const;
	});
	return new Map(meant.filter(([, words]) => words.length > 0));
}

function isListed(typed: string, lists: WordList[]): boolean {
	return lists.some((list) => list.get(typed.length)?.some(({ word }) => word === typed));
}

/** Whether what was typed may be a slip for a listed word; most are ruled out by their letters alone. */
function mistyped(typed: string): (listed: Listed) => boolean {
	const [letters, slips] = [lettersOf(typed), mostSlips(typed)];
	return (listed) =>
		(lettersBetween(letters, listed.letters) <= 2 * slips || listed.word.startsWith(typed.slice(0, 5))) &&
		mayBeMeant(typed, listed.word);
}

function wordsLike(typed: string, lists: WordList[], may: (listed: Listed) => boolean): string[] {
	const found = new Set<string>();
	for (const list of lists)
		for (const [length, words] of list) {
			// Further apart a word is only another ending of what was typed.
			if (Math.abs(length - typed.length) > 3) continue;
			for (const listed of words) if (may(listed)) found.add(listed.word);
		}
	found.delete(typed);
	return [...found]
		.map((word) => ({ word, alike: similarity(typed, word) }))
		.sort((a, b) => b.alike - a.alike || (a.word < b.word ? -1 : 1))
		.slice(0, most)
		.map(({ word }) => word);
}
