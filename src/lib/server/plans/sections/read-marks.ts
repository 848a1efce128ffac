import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { repeatable } from '../../commands/command.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import { visiblePlans } from '../visible.ts';
import { rowsChangedByOthers } from './new-to.ts';

/**
 * Keeps that this reader has seen a section up to a revision, and its rows up to a change of others; what was seen before stays
 * seen, and nothing is seen that is not there yet.
 * @throws NotFound, Forbidden, Invalid
 */
export const markSectionRead = repeatable({
	input: z.object({
		id: z.uuid(),
		n: z.int().min(1),
		rowsAt: z.iso
			.datetime({ abort: true })
			.refine((at) => Date.parse(at) > 0, 'no_moment')
			.nullish()
	}),
	async run({ db, clock }, actor, { id, n, rowsAt }) {
		if (actor.kind !== 'person') throw new Forbidden('nobody is signed in');
		const [found] = await db.execute(sql`
			select from plan_sections join plans on plans.id = plan_sections.plan_id
			where plan_sections.id = ${id} and ${visiblePlans(actor)}`);
		if (!found) throw new NotFound();
		const seen = rowsAt ?? null;
		// "least" and "greatest" pass over what is null: nothing seen stays so, and what was seen stays where nothing is told.
		await db.execute(sql`
			insert into sections_read as before (section_id, person_id, n, rows_at, at)
			select id, ${actor.id}, least(n, ${n}), case when newest is not null then least(newest, ${seen}::timestamptz) end,
				${clock.now().toISOString()}
			from (select id, n, case when ${seen}::timestamptz is not null then ${rowsChangedByOthers(actor.id)} end as newest
				from plan_sections where id = ${id}) as standing
			on conflict (person_id, section_id) do update
				set n = greatest(before.n, excluded.n), rows_at = greatest(before.rows_at, excluded.rows_at), at = excluded.at
				where before.n < excluded.n or excluded.rows_at > coalesce(before.rows_at, '-infinity')`);
		return null;
	}
});
