import { sql } from 'drizzle-orm';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import { threadPlace } from '#lib/model/threads/thread-place.ts';
import { spokenThreads } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';
import { wasRefused } from '../db/refusal.ts';
import { batched } from '../platform/batch.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { countCrowd } from './count-crowd.ts';
import { countableWithin, gapsIn, lastCountableWithin, seen, unreadCount } from './read-state.ts';
import { presentSubjects } from './subjects.ts';

/** A thread in which something stands that the reader has not seen. */
export interface UnreadThread {
	stream: string;
	/** Of what it hangs on: the kind, how it is named, what it is in short, its address and the code of its city. */
	kind: string;
	title: string;
	name: string;
	href: string;
	city: string | null;
	/** A hundred when it is more than 99. */
	count: number;
	/** The first of them in the thread, the address of its place there, and the last. */
	first: number;
	place: string;
	last: number;
	/** When the last of them was written, ISO. */
	lastAt: string;
}

interface Row extends Record<string, unknown> {
	stream: string;
	kind: string;
	subject_id: string;
	count: number;
	first: string;
	last: string;
	last_at: string;
}

const stream = sql`streams.id`;
const gaps = gapsIn(seen, sql`streams.seq`);

/** The threads with unread posts, the one written in most recently first. */
export async function unreadThreads(db: Database, person: Person, locale: string): Promise<UnreadThread[]> {
	const me = sql`${person.id}::uuid`;
	const rows = await db.execute<Row>(sql`
		select streams.id as stream, streams.kind, streams.subject_id, counted.count, counted.first,
			latest.seq as last, (extract(epoch from latest.at) * 1000)::bigint as last_at
		from streams left join read_states on read_states.stream = streams.id and read_states.person_id = ${person.id}
		cross join lateral (${lastCountableWithin(gaps, stream, me)}) latest
		cross join lateral (select count(*)::int as count, min(seq) as first from (${countableWithin(gaps, stream, me)}) unread) counted
		where ${spokenThreads(person)}
		order by latest.at desc, streams.id`);
	const found = rows.map((row) => ({ ...row, subjectId: row.subject_id }));
	const subject = await presentSubjects(db, person, locale, found);
	return found.flatMap(({ first, last, last_at, ...row }) => {
		const { stream, kind, count } = row;
		const named = subject(row);
		if (!named) return [];
		return [
			{
				stream,
				kind,
				...named,
				count,
				first: Number(first),
				place: threadPlace(named.href, { seq: Number(first) }),
				last: Number(last),
				lastAt: new Date(Number(last_at)).toISOString()
			}
		];
	});
}

/** Readers in one question at most. */
const mostReaders = 250;

/** After a break everybody asks in the same moment. Who asks alone is answered by one statement, a crowd by a few. */
const counting = memoPer((db: Database) =>
	batched(
		async ([first, ...others]: Person[]) =>
			first && others.length === 0 ? [await countAlone(db, first)] : countCrowd(db, first ? [first, ...others] : []),
		{
			most: mostReaders,
			alone: wasRefused
		}
	)
);

async function countAlone(db: Database, person: Person): Promise<UnreadCounts> {
	const rows = await db.execute<{ stream: string; count: string; seq: string }>(sql`
		select streams.id as stream, streams.seq, ${unreadCount(stream, sql`${person.id}::uuid`)} as count
		from streams left join read_states on read_states.stream = streams.id and read_states.person_id = ${person.id}
		where ${spokenThreads(person)}`);
	return Object.fromEntries(rows.map(({ stream, count, seq }) => [stream, [Number(count), Number(seq)]]));
}

/** How much the reader has not read in each thread that they may read, and up to where that was counted. */
export async function countUnread({ db }: Pick<Services, 'db'>, actor: Actor): Promise<Readonly<UnreadCounts>> {
	return actor.kind === 'visitor' ? {} : counting(db)(actor);
}
