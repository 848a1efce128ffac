import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { cleanLine } from '#lib/model/documents/clean.ts';
import { altLimit, type AttachedFile, type AttachedById } from '#lib/model/files/attached.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { files } from '../db/schema/files.ts';
import { Invalid } from '../platform/errors.ts';
import { presentFile } from './read.ts';

/** What files can stand beside. */
export interface Holder {
	kind: string;
	id: string;
}

/** The files of a text, as they come in; left away where there are none, or where they stay as they are. */
export const attachments = z
	.array(
		z.object({
			id: z.uuid(),
			alt: z
				.string()
				.transform(cleanLine)
				.refine((alt) => alt.length <= altLimit, 'alt_too_long')
				.optional()
		})
	)
	.refine((all) => all.length <= 30, 'too_many')
	.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'twice')
	.optional();

type Row = Pick<typeof files.$inferSelect, 'id' | 'name' | 'kind' | 'type' | 'size' | 'width' | 'height' | 'pages' | 'version'>;

/**
 * Files as they will stand beside a text: this person's own, or there already.
 * @throws Invalid when there are too many, or one that is not theirs or not there any more
 */
export async function toAttach(
	db: Database | Transaction,
	{ files, ownerId, network, holder, most }: { files: AttachedById[]; ownerId: string; network: string; holder: Holder; most: number }
): Promise<AttachedFile[]> {
	if (files.length === 0) return [];
	if (files.length > most) throw new Invalid([{ field: 'files', code: 'too_many' }]);
	const rows = await db.execute<Row & Record<string, unknown>>(sql`
		select id, name, kind, type, size, width, height, pages, version from files
		where id = any(${sql.param(files.map(({ id }) => id))}::uuid[]) and network_id = ${network}
			and (owner_id = ${ownerId} or exists (
				select 1 from file_uses used where used.file_id = files.id and used.subject_kind = ${holder.kind}
					and used.subject_id = ${holder.id}))
		for key share of files`);
	const known = new Map(rows.map((row) => [row.id, row]));
	return files.map(({ id, alt }) => {
		const row = known.get(id);
		if (!row) throw new Invalid([{ field: 'files', code: 'gone' }]);
		return presentFile(row, row.kind === 'picture' ? alt : undefined);
	});
}

/** Part of a statement that records (see `recordAll`): what is posted with files holds them from now on. */
export function holding(kind: string): SQL {
	return sql`
		insert into file_uses (file_id, subject_kind, subject_id, position, alt, by, at)
		select (file ->> 'id')::uuid, ${kind}, (payload ->> 'id')::uuid, place - 1, file ->> 'alt', actor, at
		from made
		cross join lateral jsonb_array_elements(coalesce(beside -> 'files', payload -> 'files')) with ordinality as each(file, place)`;
}

/** Lets a holder hold these files and no others; what it held before may go once its grace is over. */
export async function holdInstead(tx: Transaction, { kind, id }: Holder, now: AttachedFile[], by: { id: string; at: Date }): Promise<void> {
	await tx.execute(sql`
		with before as (delete from file_uses where subject_kind = ${kind} and subject_id = ${id} returning file_id)
		update files set released_at = ${by.at.toISOString()}
		where id in (select file_id from before) and not (id = any(${sql.param(now.map((file) => file.id))}::uuid[]))`);
	if (now.length === 0) return;
	await tx.execute(sql`
		insert into file_uses (file_id, subject_kind, subject_id, position, alt, by, at)
		select (file ->> 'id')::uuid, ${kind}, ${id}, place - 1, file ->> 'alt', ${by.id}, ${by.at.toISOString()}
		from jsonb_array_elements(${JSON.stringify(now)}::jsonb) with ordinality as each(file, place)`);
}
