import type { Sql } from 'postgres';
import { mayBeMeant } from './alike.ts';
import type { Meant } from './asked.ts';

/** Similar words that are looked at for each typed one, and how many of them are asked for in its place. */
const [looked, most] = [40, 8];

/** Words that share fewer of their trigrams are not looked at: two slips in a short word leave little more. */
const threshold = 0.2;

/**
 * For each typed word the words of these networks that may have been meant by it, the most similar first. The threshold
 * is set by the row that is looked for, so that no transaction of several statements is needed for it.
 */
export async function wordsMeant(sql: Sql, networks: string[], typed: string[]): Promise<Meant> {
	if (typed.length === 0 || networks.length === 0) return new Map();
	const rows = await sql<{ typed: string; word: string }[]>`
		with asked as materialized (
			select typed, set_config('pg_trgm.similarity_threshold', ${String(threshold)}, true) as threshold from unnest(${typed}::text[]) typed)
		select asked.typed, near.word
		from asked cross join lateral (
			select listed.word, similarity(listed.word, asked.typed) as alike
			from search_words listed
			where listed.word % asked.typed and listed.network_id = any(${networks}::uuid[])
			order by alike desc, listed.word limit ${looked}) near
		order by near.alike desc, near.word`;
	const meant = new Map<string, string[]>();
	for (const { typed: word, word: other } of rows) {
		const list = meant.get(word) ?? [];
		if (other !== word && list.length < most && mayBeMeant(word, other)) meant.set(word, [...list, other]);
	}
	return meant;
}
