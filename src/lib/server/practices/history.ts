import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Publication, Reason, Round } from '#lib/model/practices/practice.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { Database } from '../db/client.ts';
import { practicePublications, practiceRounds } from '../db/schema/practices.ts';
import { tagsInNetwork } from '../access/tags-in-network.ts';
import { editingSessions, type EditingSession } from '../db/editing-sessions.ts';

/** How often an entry was submitted, and what came of it, the newest first. */
export async function roundsOf(db: Database, { id, network }: { id: string; network: string }, now: Date): Promise<Round[]> {
	const rows = await db.select().from(practiceRounds).where(eq(practiceRounds.practiceId, id)).orderBy(desc(practiceRounds.number));
	const tag = await tagsInNetwork(
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
	const tag = await tagsInNetwork(
		db,
		network,
		rows.map(({ by }) => by),
		now
	);
	return rows.map(({ number, n, by, at }) => ({ number, n, by: tag(by), at: at.toISOString() }));
}

/** The older words that somebody took back: of which publication, or when they were written; neither where that is gone. */
export interface TakenBack {
	n: number;
	publication: number | null;
	at: string | null;
}

/** One writing of a draft: revisions of one person with less than half an hour between them, or older words taken back. */
export interface Session {
	from: number;
	to: number;
	by: PersonTag | null;
	at: string;
	takenBack: TakenBack | null;
}

interface TakenRow extends Record<string, unknown> {
	n: number;
	at: string;
	publication: number | null;
}

/** So many sessions are told. */
const most = 500;

/** Who wrote in a draft and when, the newest first. */
export async function sessionsOf(db: Database, { id, network }: { id: string; network: string }, now: Date): Promise<Session[]> {
	const rows = await db.execute<EditingSession>(
		editingSessions(
			sql`select practice_id as subject, n, author_id, at, taken_back from practice_revisions where practice_id = ${id}`,
			most
		)
	);
	const taken = rows.flatMap((row) => (row.taken_back === null ? [] : [row.taken_back]));
	const older = await db.execute<TakenRow>(sql`
		select n, at, (select min(number) from practice_publications one where one.practice_id = said.practice_id and one.n = said.n) as publication
		from practice_revisions said where practice_id = ${id} and n = any(${sql.param(taken)}::int[])`);
	const known = new Map(older.map((row) => [row.n, row]));
	const tag = await tagsInNetwork(
		db,
		network,
		rows.map((row) => row.author_id),
		now
	);
	return rows.map(({ from_n: from, to_n: to, author_id, at, taken_back: n }) => {
		const said = n === null ? undefined : known.get(n);
		const takenBack =
			n === null ? null : { n, publication: said?.publication ?? null, at: said ? new Date(said.at).toISOString() : null };
		return { from, to, by: tag(author_id), at: new Date(at).toISOString(), takenBack };
	});
}
