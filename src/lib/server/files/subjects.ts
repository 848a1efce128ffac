import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';

/** What files can stand in, and who may read it there: the condition of a query on `file_uses` as `used`. */
export interface FileSubject {
	kind: string;
	readable(actor: Actor): SQL;
}

const subjects = new Map<string, FileSubject>();

/** Every noun that holds files says so when it is loaded. */
export function holdsFiles(subject: FileSubject): void {
	subjects.set(subject.kind, subject);
}

/** Condition on `file_uses` as `used`: this actor may read what the file stands in. */
export function readableUse(actor: Actor): SQL {
	if (actor.kind === 'visitor' || actor.suspended || subjects.size === 0) return sql`false`;
	const each = [...subjects.values()].map(({ kind, readable }) => sql`(used.subject_kind = ${kind} and ${readable(actor)})`);
	return sql`(${sql.join(each, sql` or `)})`;
}
