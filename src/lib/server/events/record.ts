import { sql, type SQL } from 'drizzle-orm';
import { countable, largestPayload, type DomainEvent, type Envelope } from '#lib/model/events.ts';
import type { Database, Transaction } from '../db/client.ts';
import { streams } from '../db/schema/streams.ts';

/** What can run a statement: a transaction, or the database itself where one statement is all there is. */
export type Runner = Pick<Database | Transaction, 'execute'>;

export interface Recording {
	stream: string;
	event: DomainEvent;
	actorId: string | null;
	at: Date;
	/** For further parts of the statement. */
	beside?: object;
}

/** Appends one event to its stream and says its number. */
export async function record(db: Runner, recording: Recording): Promise<Envelope> {
	const [envelope] = await recordAll(db, [recording]);
	return envelope as Envelope;
}

/**
 * Appends events to their streams, in one statement whatever their number.
 * A stream's row stays locked until the commit: that keeps numbers gap-free and in the order of the commits.
 * A text too large to travel is left out of the payload with its files, and put beside it as `doc` and `files`; readers fetch it.
 * @param also parts of the same statement (`insert …`), which take from `made` what is recorded: `stream`, `seq`,
 * `actor`, `at`, `payload` and `beside`
 * @returns null for each whose stream somebody else holds, where there are several streams: nobody waits for a stream
 * while holding another
 */
export async function recordAll(db: Runner, recordings: Recording[], also: SQL[] = []): Promise<(Envelope | null)[]> {
	const counts = new Map<string, number>();
	const given = recordings.map((recording) => {
		const n = (counts.get(recording.stream) ?? 0) + 1;
		counts.set(recording.stream, n);
		return { n, ...travelling(recording) };
	});
	const rows = await db.execute<{ stream: string; before: string }>(sql`
		with given as materialized (
			select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
				as given(stream text, n bigint, name text, actor uuid, at timestamptz, countable boolean, payload jsonb, beside jsonb)),
		head as (${
			counts.size === 1
				? advanced(
						[...counts][0]!,
						given.some(({ countable }) => countable)
					)
				: advancedWhereFree
		}),
		made as materialized (
			select stream, before + n as seq, name, actor, at, countable, payload, beside from head join given using (stream)),
		event as (
			insert into events (stream, seq, name, actor_id, at, countable, payload)
			select stream, seq, name, actor, at, countable, payload from made)
		${sql.join(also.map((part, n) => sql`, ${sql.raw(`also_${n}`)} as (${part})`))}
		select stream, before from head`);
	if (counts.size === 1 && rows.length === 0) throw new Error(`No stream ${given[0]?.stream}`);
	const before = new Map(rows.map((row) => [row.stream, Number(row.before)]));
	return given.map(({ stream, n, name, payload, actor, at }) => {
		const start = before.get(stream);
		return start === undefined ? null : ({ name, payload, stream, seq: start + n, actor, at } as Envelope);
	});
}

/** What was said once stays said: as no index has to follow a value that stays, the row is written in its place. */
function advanced([stream, by]: [string, number], says: boolean): SQL {
	return sql`update streams set seq = seq + ${by}, spoken = spoken or ${says} where id = ${stream} returning id as stream, seq - ${by} as before`;
}

const advancedWhereFree = sql`
	update streams set seq = streams.seq + counted.n, spoken = streams.spoken or counted.says
	from (select stream, count(*) as n, bool_or(countable) as says from given group by stream) counted
	where streams.id = counted.stream and streams.id in (
		select id from streams where id in (select stream from given) for no key update skip locked)
	returning streams.id as stream, streams.seq - counted.n as before`;

function travelling({ stream, event: { name, payload }, actorId, at, beside }: Recording) {
	const heavy = 'doc' in payload && Buffer.byteLength(JSON.stringify(payload)) > largestPayload;
	return {
		stream,
		name,
		payload: heavy ? { ...payload, doc: null, files: undefined } : payload,
		actor: actorId,
		at: at.toISOString(),
		countable: countable[name],
		beside: heavy ? { ...beside, doc: payload.doc, files: payload.files } : beside
	};
}

/** A stream to be opened, for ever the only one of its kind and subject. */
export interface NewStream {
	/** Its kind, a colon, and what tells it from others of the kind: browsers count what is unread by kind. */
	id: string;
	network: string;
	/** What speaks through it, and which of these. */
	kind: string;
	subjectId: string;
	/** The groups that may hear it, as the noun of its kind says (see `groupsOf`). */
	audience: string[];
}

/**
 * Makes the stream that a new subject speaks through.
 * @throws Error where its id does not begin with its kind
 */
export async function openStream(tx: Transaction, { id, network, kind, subjectId, audience }: NewStream): Promise<void> {
	if (!id.startsWith(`${kind}:`)) throw new Error(`The stream ${id} is not named after its kind, ${kind}`);
	await tx.insert(streams).values({ id, networkId: network, kind, subjectId, audience });
}
