import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { cleanLine } from '#lib/model/documents/clean.ts';
import { altLimit } from '#lib/model/files/attached.ts';
import { audienceOfPlanDraft, planDraftStream } from '#lib/model/plans/plan.ts';
import { planLimits } from '#lib/model/plans/section.ts';
import { slugOf } from '#lib/model/slug.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { files } from '../db/schema/files.ts';
import { planInvited, plans, planSlugs } from '../db/schema/plans.ts';
import { Invalid } from '../platform/errors.ts';
import { teamOf } from '../practices/around.ts';
import { changeAudience } from '../threads/change-audience.ts';
import { planLanguage, planTitle } from './input.ts';
import { holdFilesOfPlan } from './files.ts';
import { freeSlug, planToChange } from './find.ts';
import { tellOfPlan } from './tell.ts';
import { tellInvited } from './tell-people.ts';
import { currentMembersAmong } from './members-among.ts';

const year = z
	.int()
	.refine((year) => year >= 2000 && year <= 2100, 'no_year')
	.nullable();

const description = z
	.strictObject({
		title: planTitle,
		lang: planLanguage,
		horizon: z
			.strictObject({ from: year, to: year })
			.refine(({ from, to }) => from === null || to === null || from <= to, 'from_after_to'),
		contact: z.uuid().nullable(),
		/** What it shows is told; '' for one that only decorates. */
		cover: z
			.strictObject({
				id: z.uuid(),
				alt: z
					.string()
					.transform(cleanLine)
					.refine((alt) => alt.length <= altLimit, 'alt_too_long')
			})
			.nullable()
	})
	.partial();

/**
 * Says what a plan is called, how far it looks, whom to ask. Its former addresses lead to the new one.
 * @throws NotFound, Forbidden, Invalid
 */
export const describePlan = command({
	name: 'plan.describe',
	input: z.object({ id: z.uuid(), changed: description }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const plan = await planToChange(tx, actor, input.id);
		const { id, networkId: network, city, partnerId } = plan;
		const by = authorize(actor, 'plan.write', { network, city }).id;
		const { title = plan.title, lang = plan.lang, horizon, contact, cover } = input.changed;
		if (contact && contact !== plan.contactId) {
			const team = await teamOf(tx, { network, city }, now);
			if (!team.some((one) => one.id === contact)) throw new Invalid([{ field: 'contact', code: 'not_of_city' }]);
		}
		if (cover && cover.id !== plan.coverFile) await holdCover(tx, { plan, by, at: now, id: cover.id });
		const slug = title === plan.title ? plan.slug : await freeSlug(tx, { partnerId, planId: id, wish: slugOf(title) });
		if (slug !== plan.slug) {
			// The newest is the plan's address, also of two that it got in the same millisecond.
			const since = sql`greatest(${now.toISOString()}::timestamptz,
				(select max(since) + interval '1 millisecond' from plan_slugs where plan_id = ${id}))`;
			await tx
				.insert(planSlugs)
				.values({ partnerId, slug, planId: id, since })
				.onConflictDoUpdate({ target: [planSlugs.partnerId, planSlugs.slug], set: { since: sql`excluded.since` } });
		}
		await tx
			.update(plans)
			.set({
				title,
				lang,
				...(horizon && { fromYear: horizon.from, toYear: horizon.to }),
				...(contact !== undefined && { contactId: contact }),
				...(cover !== undefined && { coverFile: cover?.id ?? null, coverAlt: cover?.alt ?? null }),
				changedAt: now
			})
			.where(eq(plans.id, id));
		const changed = {
			...(input.changed.title && { title, slug }),
			...(input.changed.lang && { lang }),
			...(horizon && { horizon }),
			...(contact !== undefined && { contact })
		};
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'plan.described', payload: { id, changed } } });
	}
});

/** A cover is a picture that the plan holds. @throws Invalid `no_picture`, and as `holdFilesOfPlan` */
async function holdCover(tx: Transaction, { id, ...holding }: Omit<Parameters<typeof holdFilesOfPlan>[1], 'ids'> & { id: string }) {
	await holdFilesOfPlan(tx, { ...holding, ids: [id] });
	const [file] = await tx.select({ kind: files.kind }).from(files).where(eq(files.id, id));
	if (file?.kind !== 'picture') throw new Invalid([{ field: 'changed.cover', code: 'no_picture' }]);
}

/**
 * Says who of elsewhere reads the draft besides the city and the leads: from now on these and no others.
 * @throws NotFound, Forbidden, Invalid
 */
export const inviteToPlan = command({
	name: 'plan.invite',
	input: z.object({ id: z.uuid(), people: z.array(z.uuid()).max(planLimits.invited) }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const plan = await planToChange(tx, actor, input.id);
		const { id, networkId: network, city } = plan;
		const by = authorize(actor, 'plan.write', { network, city }).id;
		const invited = [...new Set(input.people)].sort();
		const known = await currentMembersAmong(tx, { network, ids: invited, now });
		if (known.length < invited.length) throw new Invalid([{ field: 'people', code: 'not_of_network' }]);
		await tx.delete(planInvited).where(eq(planInvited.planId, id));
		if (invited.length > 0) await tx.insert(planInvited).values(invited.map((personId) => ({ planId: id, personId, at: now })));
		const seq = await changeAudience(tx, context, {
			stream: planDraftStream(id),
			audience: audienceOfPlanDraft({ network, city, invited })
		});
		await tellInvited(tx, context, { plan, by, seq, people: invited.filter((one) => !plan.invited.includes(one)) });
		return { id, seq };
	}
});
