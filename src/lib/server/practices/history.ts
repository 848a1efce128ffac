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

interface SessionRow extends Record<string, unknown> {
	n: number;
	author_id: string;
	at: string;
	taken_back: number | null;
	taken_at: string | null;
	taken_from: number | null;
}

function takenBackIn({ taken_back: n, taken_at: at, taken_from: publication }: SessionRow): TakenBack | null {
	return n === null ? null : { n, publication, at: at && new Date(at).toISOString() };
}

const pause = 30 * 60_000;

/** Who wrote in a draft and when, the newest first. */
export async function sessionsOf(db: Database, { id, network }: { id: string; network: string }, now: Date): Promise<Session[]> {
	const rows = await db.execute<SessionRow>(sql`
		select said.n, said.author_id, said.at, said.taken_back, older.at as taken_at,
			(select min(number) from practice_publications one where one.practice_id = said.practice_id and one.n = said.taken_back) as taken_from
		from practice_revisions said
			left join practice_revisions older on older.practice_id = said.practice_id and older.n = said.taken_back
		where said.practice_id = ${id} order by said.n`);
	const tag = await tagsOf(
		db,
		network,
		rows.map((row) => row.author_id),
		now
	);
	const sessions: (Session & { author: string })[] = [];
	for (const row of rows) {
		const { n, author_id: author } = row;
		const at = new Date(row.at).toISOString();
		const last = sessions.at(-1);
		const takenBack = takenBackIn(row);
		const goesOn = last?.author === author && !takenBack && !last.takenBack && Date.parse(at) - Date.parse(last.at) < pause;
		if (goesOn) Object.assign(last, { to: n, at });
		else sessions.push({ from: n, to: n, by: tag(author), at, takenBack, author });
	}
	return sessions.reverse().map(({ author: _, ...session }) => session);
}
