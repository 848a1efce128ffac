import { and, desc, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { FieldClash } from '#lib/model/practices/merge.ts';
import { draftStream, type Practice, type Reason } from '#lib/model/practices/practice.ts';
import { authorize } from '../access/authorize.ts';
import type { Database } from '../db/client.ts';
import { files } from '../db/schema/files.ts';
import { people } from '../db/schema/people.ts';
import { practiceClashes, practiceRounds } from '../db/schema/practices.ts';
import { heardUpTo } from '../events/heard-up-to.ts';
import { presentFile } from '../files/read.ts';
import { findDraft } from './find.ts';

/** What a lead asked for, and who. */
export interface AskedChanges {
	by: string;
	reasons: Reason[];
}

/** A draft with all that its form shows. */
export interface DraftToWrite {
	practice: Practice;
	/** The last event of its stream that what is here contains. */
	seq: number;
	files: AttachedFile[];
	/** What this person wrote where somebody else did too, and which of them stands is not chosen yet. */
	clashes: Pick<FieldClash, 'field' | 'mine'>[];
	/** Why it came back, as long as it was not submitted again. */
	asked: AskedChanges | null;
}

/** The draft at this address for somebody who may write it. @throws NotFound, Forbidden */
export async function draftToWrite(db: Database, person: Person, address: string): Promise<DraftToWrite> {
	const { id, network, city } = await findDraft(db, person, address);
	authorize(person, 'practice.write', { network, city });
	const { seq } = await heardUpTo(db, draftStream(id));
	const practice = await findDraft(db, person, address);
	const [attached, clashes, asked] = await Promise.all([
		attachedTo(db, practice),
		db
			.select({ field: practiceClashes.field, mine: practiceClashes.mine })
			.from(practiceClashes)
			.where(and(eq(practiceClashes.practiceId, id), eq(practiceClashes.authorId, person.id))),
		practice.state === 'changes' ? askedOf(db, id) : null
	]);
	return {
		practice,
		seq,
		files: attached,
		clashes: clashes.map(({ field, mine }) => ({ field, mine: mine.value })),
		asked
	};
}

/** The files that a draft names, as far as they are still there. */
async function attachedTo(db: Database, { values }: Practice): Promise<AttachedFile[]> {
	const ids = values.files.map(({ id }) => id);
	if (ids.length === 0) return [];
	const rows = await db
		.select()
		.from(files)
		.where(sql`${files.id} = any(${sql.param(ids)}::uuid[])`);
	const known = new Map(rows.map((row) => [row.id, row]));
	return values.files.flatMap(({ id, alt }) => {
		const row = known.get(id);
		return row ? [presentFile(row, row.kind === 'picture' ? alt : undefined)] : [];
	});
}

async function askedOf(db: Database, practiceId: string): Promise<AskedChanges | null> {
	const [round] = await db
		.select({ by: people.name, reasons: practiceRounds.reasons })
		.from(practiceRounds)
		.innerJoin(people, eq(people.id, practiceRounds.decidedBy))
		.where(and(eq(practiceRounds.practiceId, practiceId), eq(practiceRounds.outcome, 'changes')))
		.orderBy(desc(practiceRounds.number))
		.limit(1);
	return round ?? null;
}
