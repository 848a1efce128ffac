import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { slot } from '../platform/slot.ts';

/** What files can stand in, and who may read it there: the condition of a query on `file_uses` as `used`. */
export interface FileSubject {
	kind: string;
	readable(actor: Actor): SQL;
}

/** Everything that files stand in, each kind by the noun that knows it. */
export const fileSubjects = slot<readonly FileSubject[]>('file subjects');

/** Condition on `file_uses` as `used`: this actor may read what the file stands in. */
export function readableUse(actor: Actor): SQL {
	const subjects = fileSubjects.get();
	if (actor.kind === 'visitor' || actor.suspended || subjects.length === 0) return sql`false`;
	const each = subjects.map(({ kind, readable }) => sql`(used.subject_kind = ${kind} and ${readable(actor)})`);
	return sql`(${sql.join(each, sql` or `)})`;
}
