import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Publication, Reason, Round } from '#lib/model/practices/practice.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { Database } from '../db/client.ts';
import { people } from '../db/schema/people.ts';
import { practicePublications, practiceRounds } from '../db/schema/practices.ts';
import { asActors } from '../access/as-actors.ts';
import { tagIn } from '../access/tag-in.ts';

async function tagsOf(db: Database, network: string, ids: (string | null)[], now: Date): Promise<(id: string | null) => PersonTag | null> {
	const known = ids.filter((id) => id !== null);
	const actors = known.length > 0 ? await asActors(db, now, sql`${people.id} = any(${sql.param(known)}::uuid[])`) : [];
	const tags = new Map(
		actors.map((one): [string, PersonTag] => [
			one.id,
			one.memberships.some((held) => held.network === network)
				? tagIn(one, network)
				: { id: one.id, name: one.name, city: null, role: 'reader', expertKind: null }
		])
	);
	return (id) => (id === null ? null : (tags.get(id) ?? null));
}

/** How often an entry was submitted, and what came of it, the newest first. */
export async function roundsOf(db: Database, { id, network }: { id: string; network: string }, now: Date): Promise<Round[]> {
	const rows = await db.select().from(practiceRounds).where(eq(practiceRounds.practiceId, id)).orderBy(desc(practiceRounds.number));
	const tag = await tagsOf(
		db,
		network,
		rows.flatMap(({ by, decidedBy }) => [by, decidedBy]),
		now
	);
	return rows.map(({ number, n, by, at, outcome, decidedBy, decidedAt, reasons }) => ({
		number,
		n,
		by: tag(by),
		at: at.toISOString(),
		outcome,
		decidedBy: tag(decidedBy),
		decidedAt: decidedAt?.toISOString() ?? null,
		reasons: reasons satisfies Reason[]
	}));
}

/** How often an entry was published, the first first. */
export async function publicationsOf(db: Database, { id, network }: { id: string; network: string }, now: Date): Promise<Publication[]> {
	const rows = await db
		.select()
		.from(practicePublications)
		.where(eq(practicePublications.practiceId, id))
		.orderBy(asc(practicePublications.number));
	const tag = await tagsOf(
		db,
		network,
		rows.map(({ by }) => by),
		now
	);
	return rows.map(({ number, n, by, at }) => ({ number, n, by: tag(by), at: at.toISOString() }));
}

/** One writing of a draft: revisions of one person with less than half an hour between them. */
export interface Session {
	from: number;
	to: number;
	by: PersonTag | null;
	at: string;
}

const pause = 30 * 60_000;

/** Who wrote in a draft and when, the newest first. */
export async function sessionsOf(db: Database, { id, network }: { id: string; network: string }, now: Date): Promise<Session[]> {
	const rows = await db.execute<{ n: number; author_id: string; at: string }>(sql`
		select n, author_id, at from practice_revisions where practice_id = ${id} order by n`);
	const tag = await tagsOf(
		db,
		network,
		rows.map((row) => row.author_id),
		now
	);
	const sessions: (Session & { author: string })[] = [];
	for (const { n, author_id: author, at: written } of rows) {
		const at = new Date(written).toISOString();
		const last = sessions.at(-1);
		if (last?.author === author && Date.parse(at) - Date.parse(last.at) < pause) Object.assign(last, { to: n, at });
		else sessions.push({ from: n, to: n, by: tag(author), at, author });
	}
	return sessions.reverse().map(({ from, to, by, at }) => ({ from, to, by, at }));
}
