import { sql } from 'drizzle-orm';
import type { FileSubject } from '../files/subjects.ts';
import { readsEntry } from './reads-entry.ts';
import { visibleAdoptions } from './visible.ts';

export const inLog = 'adoption-log' as const;

/** A file in the log is read by who reads the entry: of a hidden one its author and the leads. */
export const filesInLog: FileSubject = {
	kind: inLog,

	readable: (actor) => sql`exists (
		select from adoption_log entry join adoptions on adoptions.id = entry.adoption_id
		where entry.id = used.subject_id and entry.hidden_at is null and ${visibleAdoptions(actor)})`,

	async hidden(db, actor, file) {
		const rows = await db.execute<{ id: string; author_id: string; hidden_at: string; network: string }>(sql`
			select distinct entry.id, entry.author_id, entry.hidden_at, adoptions.network_id as network
			from files asked join files its on its.series_id = asked.series_id
				join file_uses used on used.file_id = its.id and used.subject_kind = ${inLog}
				join adoption_log entry on entry.id = used.subject_id join adoptions on adoptions.id = entry.adoption_id
			where asked.id = ${file}::uuid and entry.hidden_at is not null and ${visibleAdoptions(actor)}`);
		return rows.flatMap(({ id, author_id, hidden_at, network }) =>
			readsEntry(actor, { hiddenAt: new Date(hidden_at), authorId: author_id, network }) ? [id] : []
		);
	}
};
