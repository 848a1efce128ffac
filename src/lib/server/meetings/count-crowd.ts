import { sql } from 'drizzle-orm';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import type { Database } from '../db/client.ts';

/** Counted at most: beyond, people are told that it is more. */
export const mostCounted = 100;

/** Somebody who wants to know what is unread. */
export interface Reader {
	personId: string;
	/** Those whose meetings this reader may read. */
	networks: string[];
}

/** What of a stream somebody has not read: what comes after `seq`, up to the stream's last event. */
interface Rest {
	stream: string;
	seq: number;
	head: number;
}

/** Countable events of a rest, and the people who recorded them. */
interface Counted {
	count: number;
	actors: string[];
}

/**
 * Counts for many who ask in the same moment; they may read the same networks. Most people have read a stream up to the
 * same few places, so the rest of a stream is counted once for all who have the same left. What somebody recorded is not
 * unread for them: those among the authors of a rest are counted for by themselves.
 * @returns in the order of the readers; those who have read the same are given the same object
 */
export async function countCrowd(db: Database, readers: Reader[]): Promise<Readonly<UnreadCounts>[]> {
	const [heads, cursors] = await Promise.all([headsIn(db, readers[0]?.networks ?? []), cursorsOf(db, readers)]);
	const restsOf = (cursor: Record<string, number>) =>
		heads.map(({ stream, head }) => ({ stream, seq: cursor[stream] ?? 0, head })).filter(({ seq, head }) => seq < head);
	const left = new Map([...new Set(cursors)].map((text) => [text, restsOf(JSON.parse(text) as Record<string, number>)]));
	const counted = await countRests(db, [...left.values()].flat());

	const shared = new Map([...left].map(([text, rests]) => [text, answerOf(heads, rests, counted)]));
	const mine = readers.map(({ personId }, n) => {
		const rests = left.get(cursors[n] ?? '') ?? [];
		return rests.filter((rest) => counted.get(nameOf(rest))?.actors.includes(personId)).map((rest) => ({ n, personId, ...rest }));
	});
	const others = await countOthers(db, mine.flat());
	return readers.map((_, n) => {
		const answer = shared.get(cursors[n] ?? '') ?? {};
		const apart = others.get(n);
		return apart ? { ...answer, ...apart } : answer;
	});
}

/** Counts of the rests, and none of every other stream; each with the event up to which was counted. */
function answerOf(heads: { stream: string; head: number }[], rests: Rest[], counted: Map<string, Counted>): UnreadCounts {
	const answer: UnreadCounts = Object.fromEntries(heads.map(({ stream, head }) => [stream, [0, head]]));
	for (const rest of rests) answer[rest.stream] = [counted.get(nameOf(rest))?.count ?? 0, rest.head];
	return answer;
}

/** A stream has one head in a question. */
function nameOf({ stream, seq }: Rest): string {
	return `${stream} ${seq}`;
}

async function headsIn(db: Database, networks: string[]): Promise<{ stream: string; head: number }[]> {
	const rows = await db.execute<{ stream: string; head: string }>(sql`
		select streams.id as stream, streams.seq as head from meetings join streams on streams.id = meetings.stream
		where meetings.network_id = any(${sql.param(networks)}::uuid[])`);
	return rows.map(({ stream, head }) => ({ stream, head: Number(head) }));
}

/** Up to where each reader has read which stream, as JSON: those who have read the same have the same text. */
async function cursorsOf(db: Database, readers: Reader[]): Promise<string[]> {
	const ids = readers.map(({ personId }) => personId);
	const rows = await db.execute<{ person: string; cursors: string }>(sql`
		select person_id as person, json_object_agg(stream, seq order by stream)::text as cursors
		from cursors where person_id = any(${sql.param(ids)}::uuid[]) group by person_id`);
	const found = new Map(rows.map(({ person, cursors }) => [person, cursors]));
	return ids.map((id) => found.get(id) ?? '{}');
}

async function countRests(db: Database, rests: Rest[]): Promise<Map<string, Counted>> {
	const different = [...new Map(rests.map((rest) => [nameOf(rest), rest])).values()];
	if (different.length === 0) return new Map();
	const rows = await db.execute<{ stream: string; seq: string; count: number; actors: (string | null)[] }>(sql`
		select rest.stream, rest.seq, count(*)::int as count, json_agg(distinct actor_id) as actors
		from json_to_recordset(${JSON.stringify(different)}::json) as rest (stream text, seq bigint, head bigint)
		cross join lateral (
			select actor_id from events
			where events.stream = rest.stream and countable and events.seq > rest.seq and events.seq <= rest.head
			order by events.stream, events.seq limit ${sql.raw(String(mostCounted))}) unread
		group by rest.stream, rest.seq`);
	return new Map(
		rows.map(({ stream, seq, count, actors }) => [
			`${stream} ${seq}`,
			{ count, actors: actors.filter((actor): actor is string => actor !== null) }
		])
	);
}

/** By the number of the reader: what in these rests others recorded. */
async function countOthers(db: Database, rests: (Rest & { n: number; personId: string })[]): Promise<Map<number, UnreadCounts>> {
	if (rests.length === 0) return new Map();
	const rows = await db.execute<{ n: number; stream: string; head: string; count: number }>(sql`
		select rest.n, rest.stream, rest.head, (
			select count(*)::int from (
				select from events
				where events.stream = rest.stream and countable and events.seq > rest.seq and events.seq <= rest.head
					and actor_id is distinct from rest."personId"
				order by events.stream, events.seq limit ${sql.raw(String(mostCounted))}) unread) as count
		from json_to_recordset(${JSON.stringify(rests)}::json) as rest (n int, "personId" uuid, stream text, seq bigint, head bigint)`);
	const byReader = new Map<number, UnreadCounts>();
	for (const { n, stream, head, count } of rows) {
		byReader.set(n, { ...byReader.get(n), [stream]: [count, Number(head)] });
	}
	return byReader;
}
