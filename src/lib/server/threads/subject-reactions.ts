import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Reaction } from '#lib/model/threads/reactions.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';
import { groupedReactions, reactionsTo, type GivenReaction } from './given-reactions.ts';

/** What people said without words about that on which a thread hangs, as far as this actor may read it. */
export async function reactionsToSubject(db: Database, actor: Actor, stream: string): Promise<Reaction[]> {
	const [row] = await db.execute<{ by: GivenReaction[] | null }>(sql`
		select (${reactionsTo(sql`given.stream = ${stream} and ${inReadableStream(actor, sql`given.stream`)}`, sql`subject_reactions`)}) as by`);
	return groupedReactions(row?.by ?? []);
}
