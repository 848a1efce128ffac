import type { Sql, TransactionSql } from 'postgres';
import type { Kind } from '#lib/model/search/kinds.ts';
import { locks } from '../../db/locks.ts';
import { searchSources, sourceOf } from '../sources.ts';
import { writeEntries } from './write-entries.ts';

/** One at a time writes to the index, whichever process it belongs to. */
export async function alone(tx: TransactionSql): Promise<void> {
	await tx`select pg_advisory_xact_lock(${locks.index[0]}, ${locks.index[1]})`;
}

interface Batch {
	/** Subjects at most. */
	most: number;
	/** Whether what comes next is passed over: it could not be read. */
	pass?: boolean;
}

/**
 * Brings the next subjects into the index, those that changed without an event first, and remembers how far it came in
 * the same transaction. Events only say what to read: what is written is what is true now, so doing it twice changes nothing.
 * @returns how many changes it saw; 0 when nothing is left to do
 */
export async function nextBatch(sql: Sql, batch: Batch): Promise<number> {
	return sql.begin(async (tx) => {
		await alone(tx);
		return (await dueChanges(tx, sql, batch)) || (await nextEvents(tx, sql, batch));
	});
}

async function dueChanges(tx: TransactionSql, sql: Sql, { most, pass }: Batch): Promise<number> {
	// What is being written waits until nothing more is noted of it that waits itself.
	const due = await tx<{ kind: string; subject: string }[]>`
		delete from search_due where id in (
			select id from search_due noted
			where not_before is null or (not_before <= now() and not exists (
				select from search_due later
				where later.kind = noted.kind and later.subject_id = noted.subject_id and later.not_before > now()))
			order by id limit ${most})
		returning kind, subject_id as subject`;
	const known = due.flatMap(({ kind, subject }) => (isFound(kind) && !pass ? [{ kind, subject }] : []));
	await writeAll(tx, sql, known);
	return due.length;
}

/** What a trigger noted of a kind that nothing brings any more is passed over. */
function isFound(kind: string): kind is Kind {
	return searchSources.get().some((source) => source.kind === kind);
}

async function nextEvents(tx: TransactionSql, sql: Sql, { most, pass }: Batch): Promise<number> {
	const following = searchSources.get().filter(({ events }) => events.length > 0);
	const names = following.flatMap(({ events }) => events);
	const [behind] = await tx<{ stream: string; seq: string }[]>`
		select streams.id as stream, coalesce(cursor.seq, 0) as seq
		from streams left join search_cursors cursor on cursor.stream = streams.id
		where streams.seq > coalesce(cursor.seq, 0) order by streams.id limit 1`;
	if (!behind) return 0;
	const events = await tx<{ seq: string; name: string; subject: string | null }[]>`
		select seq, name, case when name = any(${names}) then payload ->> 'id' end as subject
		from events where stream = ${behind.stream} and seq > ${behind.seq} order by seq limit ${most}`;
	const last = events.at(-1);
	if (!last) throw new Error(`The stream ${behind.stream} has fewer events than it counts`);
	const changed = events.flatMap(({ name, subject }) =>
		following.flatMap(({ kind, events: its }) =>
			subject && !pass && (its as readonly string[]).includes(name) ? [{ kind, subject }] : []
		)
	);
	await writeAll(tx, sql, changed);
	await tx`
		insert into search_cursors (stream, seq) values (${behind.stream}, ${last.seq})
		on conflict (stream) do update set seq = excluded.seq`;
	return events.length;
}

async function writeAll(tx: TransactionSql, sql: Sql, changed: { kind: Kind; subject: string }[]): Promise<void> {
	for (const [kind, its] of Map.groupBy(changed, ({ kind }) => kind))
		await writeEntries(tx, sql, sourceOf(kind), [...new Set(its.map(({ subject }) => subject))]);
}
