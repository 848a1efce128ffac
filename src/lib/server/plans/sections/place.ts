import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { planParts } from '#lib/model/plans/parts.ts';
import { planLimits } from '#lib/model/plans/section.ts';
import { sectionLimits } from '#lib/model/documents/section-doc.ts';
import { authorize } from '../../access/authorize.ts';
import { command } from '../../commands/command.ts';
import type { Transaction } from '../../db/client.ts';
import { people } from '../../db/schema/people.ts';
import { planSections, sectionWriters } from '../../db/schema/plan-sections.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { saysSomething, typedLine } from '../../platform/typed.ts';
import { planToChange } from '../find.ts';
import { placed } from '../placed.ts';
import { tellOfPlan } from '../tell.ts';
import { tellGiven } from '../tell-people.ts';
import { sectionToPlace } from './find.ts';
import { insertSections } from './insert.ts';
import { sectionHeads } from './heads.ts';

export const sectionTitle = typedLine(sectionLimits.title).refine(saysSomething, 'needed');
const which = z.object({ id: z.uuid() });

/** Ids of a plan's sections in their order, retired ones at their places. */
async function order(tx: Transaction, plan: string): Promise<string[]> {
	const rows = await tx
		.select({ id: planSections.id })
		.from(planSections)
		.where(eq(planSections.planId, plan))
		.orderBy(asc(planSections.position), asc(planSections.id));
	return rows.map(({ id }) => id);
}

async function write(tx: Transaction, ids: string[]): Promise<void> {
	await tx.execute(sql`
		update plan_sections set position = place - 1 from unnest(${sql.param(ids)}::uuid[]) with ordinality as at(id, place)
		where plan_sections.id = at.id and position <> place - 1`);
}

/**
 * A section of the city's own, or a part of the template that the plan does not have.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export const addSection = command({
	name: 'section.add',
	input: z.object({ plan: z.uuid(), after: z.uuid().nullable(), title: sectionTitle, part: z.enum(planParts).nullable() }),
	async run(tx, context) {
		const { actor, commandId: id, input, now } = context;
		const plan = await planToChange(tx, actor, input.plan);
		const by = authorize(actor, 'plan.write', { network: plan.networkId, city: plan.city }).id;
		const all = await order(tx, plan.id);
		if (all.length >= planLimits.sections) throw new Invalid([{ field: 'plan', code: 'too_many' }]);
		if (input.part !== null) {
			const [there] = await tx
				.select({ id: planSections.id })
				.from(planSections)
				.where(and(eq(planSections.planId, plan.id), eq(planSections.part, input.part)));
			if (there) throw new Conflict('part_there', there.id);
		}
		const after = placed([...all, id], id, input.after);
		await insertSections(tx, {
			plan: plan.id,
			by,
			at: now,
			first: all.length,
			sections: [{ id, part: input.part, title: input.title, lang: plan.lang }]
		});
		await write(tx, after);
		const [head] = await sectionHeads(tx, { id });
		if (!head) throw new NotFound();
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.added', payload: { id, head, after: input.after } } });
	}
});

/** @throws NotFound, Forbidden */
export const moveSection = command({
	name: 'section.move',
	input: which.extend({ after: z.uuid().nullable() }),
	async run(tx, context) {
		const { id, after } = context.input;
		const { section, plan, by } = await sectionToPlace(tx, context.actor, id);
		await write(tx, placed(await order(tx, plan.id), section.id, after));
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.moved', payload: { id, after } } });
	}
});

/**
 * Takes a section out of the plan. Its words, and what was said of them, stay where they are asked for.
 * @throws NotFound, Forbidden, Conflict
 */
export const retireSection = command({
	name: 'section.retire',
	input: which,
	async run(tx, context) {
		const { id } = context.input;
		const { section, plan, by } = await sectionToPlace(tx, context.actor, id);
		if (section.retiredAt !== null) throw new Conflict('section_retired');
		await tx.update(planSections).set({ retiredAt: context.now }).where(eq(planSections.id, id));
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.retired', payload: { id } } });
	}
});

/** @throws NotFound, Forbidden, Conflict */
export const returnSection = command({
	name: 'section.return',
	input: which,
	async run(tx, context) {
		const { id } = context.input;
		const { section, plan, by } = await sectionToPlace(tx, context.actor, id);
		if (section.retiredAt === null) throw new Conflict('section_there');
		await tx.update(planSections).set({ retiredAt: null }).where(eq(planSections.id, id));
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.returned', payload: { id } } });
	}
});

/**
 * Says which local members of the city write in a section besides its team.
 * @throws NotFound, Forbidden, Invalid `not_local`
 */
export const giveSection = command({
	name: 'section.give',
	input: which.extend({ people: z.array(z.uuid()).max(planLimits.invited) }),
	async run(tx, context) {
		const { id, people: asked } = context.input;
		const { section, plan, by } = await sectionToPlace(tx, context.actor, id);
		const wanted = [...new Set(asked)].sort();
		const locals = await tx
			.select({ id: people.id })
			.from(people)
			.where(
				sql`${people.id} = any(${sql.param(wanted)}::uuid[]) and exists (
					select from memberships held where held.person_id = people.id and held.network_id = ${plan.networkId}
						and held.partner_id = ${plan.partnerId} and held.role = 'local' and held.starts_at <= ${context.now.toISOString()}
						and (held.ends_at is null or held.ends_at > ${context.now.toISOString()}))`
			);
		if (locals.length < wanted.length) throw new Invalid([{ field: 'people', code: 'not_local' }]);
		await tx.delete(sectionWriters).where(eq(sectionWriters.sectionId, id));
		if (wanted.length > 0) {
			await tx.insert(sectionWriters).values(wanted.map((personId) => ({ sectionId: id, personId, at: context.now })));
		}
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.given', payload: { id, people: wanted } } });
		await tellGiven(tx, context, { plan, by, seq: placed.seq, people: wanted.filter((one) => !section.writers.includes(one)) });
		return placed;
	}
});
