import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Database, Transaction } from '../db/client.ts';
import { slot } from '../platform/slot.ts';

/** What files can stand in, and who may read it there. */
export interface FileSubject {
	kind: string;
	/** The condition of a query on `file_uses` as `used`; not of what is out of sight and some may read all the same. */
	readable(actor: Actor): SQL;
	/** Of what a file, or another version of it, stands in out of sight: the ids of those that this actor may read all the same. */
	hidden(db: Database | Transaction, actor: Actor, file: string): Promise<string[]>;
}

/** Everything that files stand in, each kind by the noun that knows it. */
export const fileSubjects = slot<readonly FileSubject[]>('file subjects');

/** Condition on `file_uses` as `used`: this actor may read what the file stands in, or it is one of these that are out of sight. */
export function readableUse(actor: Actor, hidden: readonly string[] = []): SQL {
	const subjects = fileSubjects.get();
	if (actor.kind === 'visitor' || actor.suspended || subjects.length === 0) return sql`false`;
	const each = subjects.map(({ kind, readable }) => sql`(used.subject_kind = ${kind} and ${readable(actor)})`);
	return sql`(${sql.join(each, sql` or `)} or used.subject_id = any(${sql.param(hidden)}::uuid[]))`;
}

/** What a file stands in out of sight that this actor may read all the same. */
export async function hiddenUses(db: Database | Transaction, actor: Actor, file: string): Promise<string[]> {
	if (actor.kind === 'visitor' || actor.suspended) return [];
	return (await Promise.all(fileSubjects.get().map(({ hidden }) => hidden(db, actor, file)))).flat();
}
