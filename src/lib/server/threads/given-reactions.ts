import { sql, type SQL } from 'drizzle-orm';
import type { Reaction, ReactionKind, Reactor } from '#lib/model/threads/reactions.ts';

/** A reaction as `reactionsTo` selects it: which, then id, name and city of who gave it. */
export type GivenReaction = [ReactionKind, string, string, string | null];

/** Part of a query: reactions in the order in which they came. */
export function reactionsTo(which: SQL, table = sql`post_reactions`): SQL {
	return sql`select json_agg(json_build_array(given.kind, given.person_id, giver.name, given.city) order by given.seq)
		from ${table} given join people giver on giver.id = given.person_id where ${which}`;
}

/** The same by kind, in the order in which each was first set. */
export function groupedReactions(given: readonly GivenReaction[]): Reaction[] {
	const kinds = new Map<ReactionKind, Reactor[]>();
	for (const [kind, id, name, city] of given) {
		const by = kinds.get(kind) ?? [];
		kinds.set(kind, [...by, { id, name, city }]);
	}
	return [...kinds].map(([kind, by]) => ({ kind, by }));
}
