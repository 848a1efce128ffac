import { sql } from 'drizzle-orm';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { limits } from '#lib/model/practices/limits.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import type { Transaction } from '../db/client.ts';
import { files } from '../db/schema/files.ts';
import { holdInstead, toAttach } from '../files/attach.ts';
import { presentFile } from '../files/read.ts';
import type { FileSubject } from '../files/subjects.ts';
import { visibleDrafts, visiblePublished } from './visible.ts';

interface Holding {
	id: string;
	network: string;
	values: Pick<PracticeValues, 'files'>;
	/** Whose new files these are. */
	ownerId: string;
	at: Date;
}

/** The draft holds the files that it names now. @throws Invalid for files that are nobody's, or of somebody else */
export async function holdDraftFiles(tx: Transaction, { id, network, values: { files }, ownerId, at }: Holding): Promise<void> {
	const holder = { kind: 'practice-draft', id };
	const attached = await toAttach(tx, { files, ownerId, network, holder, most: limits.files });
	await holdInstead(tx, holder, attached, { id: ownerId, at });
}

/** Of files that stood in a draft before, whoever's they are, those that are still there. */
async function filesStillThere(tx: Transaction, named: PracticeValues['files']): Promise<AttachedFile[]> {
	const ids = named.map(({ id }) => id);
	const rows = await tx
		.select()
		.from(files)
		.where(sql`${files.id} = any(${sql.param(ids)}::uuid[])`)
		.for('key share');
	const known = new Map(rows.map((row) => [row.id, row]));
	return named.flatMap(({ id, alt }) => {
		const row = known.get(id);
		return row ? [presentFile(row, row.kind === 'picture' ? alt : undefined)] : [];
	});
}

/** The same values, with no file that is gone. */
export async function withFilesStillThere(tx: Transaction, values: PracticeValues): Promise<PracticeValues> {
	const there = new Set((await filesStillThere(tx, values.files)).map(({ id }) => id));
	return { ...values, files: values.files.filter(({ id }) => there.has(id)) };
}

/** The draft holds files that it held before, as far as they are still there, whoever's they are. */
export async function holdAgain(tx: Transaction, { id, values, ownerId, at }: Omit<Holding, 'network'>): Promise<void> {
	await holdInstead(tx, { kind: 'practice-draft', id }, await filesStillThere(tx, values.files), { id: ownerId, at });
}

/** What is published holds the files that it names. They stood in the draft. */
export async function holdPublishedFiles(tx: Transaction, { id, values, ownerId, at }: Holding): Promise<void> {
	const ids = values.files.map((file) => file.id);
	const kept = await tx.execute<{ id: string }>(sql`select id from files where id = any(${sql.param(ids)}::uuid[]) for key share`);
	const there = new Set(kept.map((row) => row.id));
	const alts = values.files.filter((file) => there.has(file.id));
	await tx.execute(sql`delete from file_uses where subject_kind = 'practice' and subject_id = ${id}`);
	if (alts.length === 0) return;
	await tx.execute(sql`
		insert into file_uses (file_id, subject_kind, subject_id, position, alt, by, at)
		select (file ->> 'id')::uuid, 'practice', ${id}, place - 1, file ->> 'alt', ${ownerId}, ${at.toISOString()}
		from jsonb_array_elements(${JSON.stringify(alts)}::jsonb) with ordinality as each(file, place)`);
}

/** Files of an entry are read by who may read what they stand in: its draft, or what is published. */
export const filesInPractices: readonly FileSubject[] = [
	{
		kind: 'practice-draft',
		readable: (actor) => sql`exists (select from practices where practices.id = used.subject_id and ${visibleDrafts(actor)})`,
		hidden: () => Promise.resolve([])
	},
	{
		kind: 'practice',
		readable: (actor) => sql`exists (select from practices where practices.id = used.subject_id and ${visiblePublished(actor)})`,
		hidden: () => Promise.resolve([])
	}
];
