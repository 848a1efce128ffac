import { asc } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { PracticeTaken } from '#lib/model/plans/rows/beside.ts';
import type { Database } from '../../db/client.ts';
import { practices } from '../../db/schema/practices.ts';
import { visiblePublished } from '../../practices/visible.ts';
import { practicesTaken } from './beside.ts';

/** Practices that an action may take over, by their titles. */
export async function practiceChoices(db: Database, actor: Actor, locale: string): Promise<({ id: string } & PracticeTaken)[]> {
	const rows = await db.select({ id: practices.id }).from(practices).where(visiblePublished(actor)).orderBy(asc(practices.id));
	const taken = await practicesTaken(
		db,
		actor,
		locale,
		rows.map(({ id }) => id)
	);
	return Object.entries(taken)
		.map(([id, practice]) => ({ id, ...practice }))
		.sort((one, other) => one.title.localeCompare(other.title, locale));
}
