import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { audienceOfDraft, practiceStream } from '#lib/model/practices/practice.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { AskedFor, PracticeShown } from '#lib/model/practices/shown.ts';
import type { PracticeField } from '#lib/model/practices/values.ts';
import type { Database } from '../db/client.ts';
import { heardUpTo } from '../events/heard-up-to.ts';
import { NotFound } from '../platform/errors.ts';
import { aroundPractice } from './around.ts';
import { findPractice, revisionOf } from './find.ts';

/**
 * A published entry as this actor reads it; of who may read its draft also whether there is one only.
 * @returns null where it is not published yet, for who may read its draft
 * @throws NotFound
 */
export async function readPractice(
	db: Database,
	actor: Actor,
	address: string,
	{ locale, now }: { locale: string; now: Date }
): Promise<PracticeShown | { draftOnly: string }> {
	const { id } = await findPractice(db, actor, address);
	const heard = await heardUpTo(db, practiceStream(id));
	const head = await findPractice(db, actor, address);
	const readsDraft = isAmong(actor, audienceOfDraft(head));
	if (head.publishedN === null) {
		if (!readsDraft) throw new NotFound();
		return { draftOnly: head.id };
	}
	const practice = { ...head, values: await revisionOf(db, head.id, head.publishedN) };
	const [around, marks] = await Promise.all([
		aroundPractice(db, practice, { locale, now, draft: false }),
		marksOf(db, head.id, actor.kind === 'person' ? actor.id : null)
	]);
	return { heard, practice, ...around, ...marks, readsDraft };
}

interface Row extends Record<string, unknown> {
	asked: { field: PracticeField; count: number; mine: boolean }[];
	bookmarked: boolean;
}

async function marksOf(db: Database, id: string, reader: string | null): Promise<Pick<PracticeShown, 'asked' | 'bookmarked'>> {
	const [row] = await db.execute<Row>(sql`
		select coalesce((select jsonb_agg(asks) from (
			select field, count(*)::int as count, coalesce(bool_or(person_id = ${reader}::uuid), false) as mine
			from practice_asks where practice_id = ${id} and answered_at is null group by field) asks), '[]'::jsonb) as asked,
			exists (select from practice_bookmarks where practice_id = ${id} and person_id = ${reader}::uuid) as bookmarked`);
	const asked = (row?.asked ?? []).map(({ field, count, mine }): [PracticeField, AskedFor] => [field, { count, mine }]);
	return { asked: Object.fromEntries(asked), bookmarked: row?.bookmarked ?? false };
}
