import { asc, inArray } from 'drizzle-orm';
import type { Adoption, Step } from '#lib/model/adoptions/adoption.ts';
import type { Database, Transaction } from '../db/client.ts';
import { adoptionSteps } from '../db/schema/adoptions.ts';
import { tagsOf } from '../access/tags-of.ts';
import type { AdoptionRow } from './find.ts';

/** Adoptions with their steps; pairs that only asked are left out. */
export async function presentAdoptions(db: Database | Transaction, rows: readonly AdoptionRow[], now: Date): Promise<Adoption[]> {
	const ids = rows.flatMap(({ id, stage }) => (stage === null ? [] : [id]));
	if (ids.length === 0) return [];
	const steps = await db
		.select()
		.from(adoptionSteps)
		.where(inArray(adoptionSteps.adoptionId, ids))
		.orderBy(asc(adoptionSteps.adoptionId), asc(adoptionSteps.number));
	const by = await tagsOf(
		db,
		steps.map((step) => step.by),
		now
	);
	const told = Map.groupBy(steps, ({ adoptionId }) => adoptionId);
	return rows.flatMap((row): Adoption[] => {
		const { id, practiceId, city, stage, stoppedReason: stopped, newsAt, illustrative } = row;
		if (stage === null) return [];
		const its = (told.get(id) ?? []).map(({ kind, note, at, by: who }): Step => ({
			kind,
			note,
			at: at.toISOString(),
			by: by.get(who) ?? null
		}));
		return [{ id, practiceId, city, stage, stopped, steps: its, next: nextOf(row), newsAt: newsAt.toISOString(), illustrative }];
	});
}

export function nextOf({ nextText, nextOn, nextPrecision }: Pick<AdoptionRow, 'nextText' | 'nextOn' | 'nextPrecision'>): Adoption['next'] {
	if (nextText === null) return null;
	return { text: nextText, day: nextOn && nextPrecision ? { date: nextOn, precision: nextPrecision } : null };
}
