import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import { visiblePublished } from '../practices/visible.ts';

/** The part of a query over `adoptions` that leaves those whose pair this actor is of, or looks after. */
export function visiblePairs(actor: Actor): SQL {
	return inReadableStream(actor, sql`adoptions.stream`);
}

/** The same of those that are told to everybody who reads the practice: where a city only asked, nobody is told. */
export function visibleAdoptions(actor: Actor): SQL {
	return sql`(adoptions.stage is not null and exists (
		select from practices where practices.id = adoptions.practice_id and ${visiblePublished(actor)}))`;
}
