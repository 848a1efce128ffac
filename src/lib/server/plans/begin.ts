import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#lib/model/policy.ts';
import { spoken } from '#lib/model/localized.ts';
import { audienceOfPlanDraft, planDraftStream } from '#lib/model/plans/plan.ts';
import { slugOf } from '#lib/model/slug.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import { partners } from '../db/schema/networks.ts';
import { plans, planSlugs } from '../db/schema/plans.ts';
import { openStream } from '../events/record.ts';
import { NotFound } from '../platform/errors.ts';
import { freeSlug } from './find.ts';
import { planLanguage, planTitle } from './input.ts';
import { insertSections } from './sections/insert.ts';
import { tellOfPlan } from './tell.ts';
import { templateParts } from './template/template-parts.ts';

/** Begins the draft of a plan with the parts of the network's template. @throws NotFound, Forbidden, Invalid */
export const beginPlan = command({
	name: 'plan.begin',
	input: z.object({ network: z.uuid(), city: z.string().max(20), title: planTitle, lang: planLanguage }),
	async run(tx, { actor, commandId: id, input, now, recorded }) {
		const { network, city, title, lang } = input;
		if (!can(actor, 'network.read', { network })) throw new NotFound();
		const person = authorize(actor, 'plan.write', { network, city });
		// Locked, so that two plans of one city that are begun at once do not take the same address.
		const [partner] = await tx
			.select({ id: partners.id })
			.from(partners)
			.where(and(eq(partners.networkId, network), eq(partners.code, city)))
			.for('no key update');
		if (!partner) throw new NotFound();
		const stream = planDraftStream(id);
		await openStream(tx, {
			id: stream,
			network,
			kind: 'plan-draft',
			subjectId: id,
			audience: audienceOfPlanDraft({ network, city, invited: [] })
		});
		await tx.insert(plans).values({
			id,
			networkId: network,
			partnerId: partner.id,
			title,
			lang,
			draftStream: stream,
			begunBy: person.id,
			begunAt: now,
			changedAt: now
		});
		const slug = await freeSlug(tx, { partnerId: partner.id, planId: id, wish: slugOf(title) });
		await tx.insert(planSlugs).values({ partnerId: partner.id, slug, planId: id, since: now });
		const parts = await templateParts(tx, network);
		await insertSections(tx, {
			plan: id,
			by: person.id,
			at: now,
			first: 0,
			sections: parts.map(({ part, title }) => ({ part, title: spoken(title, lang), lang }))
		});
		return tellOfPlan(
			tx,
			{ now, recorded },
			{ plan: { id, stream: null }, by: person.id, id, event: { name: 'plan.begun', payload: { id } } }
		);
	}
});
