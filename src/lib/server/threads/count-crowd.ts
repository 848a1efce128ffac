import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { groupsOf } from '#lib/model/access/groups.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import type { Database } from '../db/client.ts';
import { countableWithin, gapsIn, unreadCount } from './read-state.ts';

interface Head {
	stream: string;
	head: number;
	audience: string[];
}

/** What of a stream somebody has not seen: what is not in `seen`, a multirange, up to the stream's last event. */
interface Rest {
	stream: string;
	seen: string;
	head: number;
}

/** Countable events of a rest, and the people who recorded them. */
interface Counted {
	count: number;
	actors: string[];
}

/**
 * Counts for many who ask in the same moment. Most people have seen the same of a stream, so the rest of a stream is
 * counted once for all who have the same left. What somebody recorded is not unread for them: those among the authors of
 * a rest are counted for by themselves.
 * @returns in the order of the readers; those who hear and have seen the same are given the same object
 */
export async function countCrowd(db: Database, readers: readonly Person[]): Promise<Readonly<UnreadCounts>[]> {
	const groups = readers.map((reader) => new Set(groupsOf(reader)));
	const [heads, seen] = await Promise.all([headsFor(db, [...new Set(groups.flatMap((its) => [...its]))]), seenBy(db, readers)]);
	const hears = Map.groupBy(heads, ({ audience }) => audience.join(' '));
	const alike = readers.map((_, n) => {
		const audiences = [...hears].filter(([, [one]]) => one?.audience.some((group) => groups[n]?.has(group))).map(([name]) => name);
		return { audiences, seen: seen[n] ?? '{}', name: JSON.stringify([audiences, seen[n]]) };
	});
	const left = new Map(
		[...new Map(alike.map((one) => [one.name, one])).values()].map(({ name, audiences, seen }) => {
			const heard = audiences.flatMap((audience) => hears.get(audience) ?? []);
			return [name, { heard, rests: restsOf(heard, JSON.parse(seen) as Record<string, string>) }];
		})
	);
	const counted = await countRests(
		db,
		[...left.values()].flatMap(({ rests }) => rests)
	);

	const shared = new Map([...left].map(([name, { heard, rests }]) => [name, answerOf(heard, rests, counted)]));
	const own = readers.flatMap(({ id: person }, n) => {
		const rests = left.get(alike[n]?.name ?? '')?.rests ?? [];
		return rests.filter((rest) => counted.get(nameOf(rest))?.actors.includes(person)).map((rest) => ({ n, person, ...rest }));
	});
	const others = await countOthers(db, own);
	return readers.map((_, n) => {
		const answer = shared.get(alike[n]?.name ?? '') ?? {};
		const apart = others.get(n);
		return apart ? { ...answer, ...apart } : answer;
	});
}

/** A stream has one head in a question. */
function nameOf({ stream, seen }: Rest): string {
	return `${stream} ${seen}`;
}

function restsOf(heard: Head[], seen: Record<string, string>): Rest[] {
	return heard
		.map(({ stream, head }) => ({ stream, head, seen: seen[stream] ?? '{}' }))
		.filter(({ head, seen }) => head > 0 && seen !== `{[1,${head + 1})}`);
}

/** Counts of the rests, and none of every other stream; each with the event up to which was counted. */
function answerOf(heard: Head[], rests: Rest[], counted: Map<string, Counted>): UnreadCounts {
	const answer: UnreadCounts = Object.fromEntries(heard.map(({ stream, head }) => [stream, [0, head]]));
	for (const rest of rests) answer[rest.stream] = [counted.get(nameOf(rest))?.count ?? 0, rest.head];
	return answer;
}

async function headsFor(db: Database, groups: string[]): Promise<Head[]> {
	const rows = await db.execute<{ stream: string; head: string; audience: string[] }>(sql`
		select streams.id as stream, streams.seq as head, to_jsonb(streams.audience) as audience from streams
		where streams.spoken and streams.network_id is not null and streams.audience && ${sql.param(groups)}::text[]`);
	return rows.map(({ stream, head, audience }) => ({ stream, head: Number(head), audience }));
}

/** What each reader has seen of which stream, as JSON: those who have seen the same have the same text. */
async function seenBy(db: Database, readers: readonly Person[]): Promise<string[]> {
	const ids = readers.map(({ id }) => id);
	const rows = await db.execute<{ person: string; seen: string }>(sql`
		select person_id as person, json_object_agg(stream, (read + jumped)::text order by stream)::text as seen
		from read_states where person_id = any(${sql.param(ids)}::uuid[]) group by person_id`);
	const found = new Map(rows.map(({ person, seen }) => [person, seen]));
	return ids.map((id) => found.get(id) ?? '{}');
}

/** Up to the head that was read before: what came since is told anew. */
const gaps = gapsIn(sql`rest.seen`, sql`rest.head`);

async function countRests(db: Database, rests: Rest[]): Promise<Map<string, Counted>> {
	const different = [...new Map(rests.map((one) => [nameOf(one), one])).values()];
	if (different.length === 0) return new Map();
	const rows = await db.execute<{ n: number; count: number; actors: (string | null)[] }>(sql`
		select rest.n, count(*)::int as count, json_agg(distinct actor_id) as actors
		from json_to_recordset(${JSON.stringify(different.map((one, n) => ({ n, ...one })))}::json)
			as rest (n int, stream text, seen int8multirange, head bigint)
		cross join lateral (${countableWithin(gaps, sql`rest.stream`, null)}) unread
		group by rest.n`);
	return new Map(
		rows.map(({ n, count, actors }) => [nameOf(different[n]!), { count, actors: actors.filter((actor) => actor !== null) }])
	);
}

/** By the number of the reader: what in these rests others recorded. */
async function countOthers(db: Database, rests: (Rest & { n: number; person: string })[]): Promise<Map<number, UnreadCounts>> {
	if (rests.length === 0) return new Map();
	const rows = await db.execute<{ n: number; stream: string; head: string; count: number }>(sql`
		select rest.n, rest.stream, rest.head, ${unreadCount(sql`rest.stream`, sql`rest.person`)}::int as count
		from json_to_recordset(${JSON.stringify(rests)}::json) as rest (n int, person uuid, stream text, seen int8multirange, head bigint)
		cross join lateral (
			select coalesce(upper(rest.seen), 1) as rest_from, int8multirange(int8range(1, coalesce(upper(rest.seen), 1))) - rest.seen as holes
			offset 0) read_states`);
	const byReader = new Map<number, UnreadCounts>();
	for (const { n, stream, head, count } of rows) byReader.set(n, { ...byReader.get(n), [stream]: [count, Number(head)] });
	return byReader;
}
