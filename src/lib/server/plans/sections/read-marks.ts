import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { repeatable } from '../../commands/command.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import { visiblePlans } from '../visible.ts';

/**
 * Keeps that this reader has seen a section up to a revision; what was seen before stays seen.
 * @throws NotFound, Forbidden
 */
export const markSectionRead = repeatable({
	input: z.object({ id: z.uuid(), n: z.int().min(1) }),
	async run({ db, clock }, actor, { id, n }) {
		if (actor.kind !== 'person') throw new Forbidden('nobody is signed in');
		const [found] = await db.execute(sql`
			select from plan_sections join plans on plans.id = plan_sections.plan_id
			where plan_sections.id = ${id} and ${visiblePlans(actor)}`);
		if (!found) throw new NotFound();
		await db.execute(sql`
			insert into sections_read (section_id, person_id, n, at)
			select id, ${actor.id}, least(n, ${n}), ${clock.now().toISOString()} from plan_sections where id = ${id}
			on conflict (person_id, section_id) do update set n = excluded.n, at = excluded.at where sections_read.n < excluded.n`);
		return null;
	}
});
