import type { Actor } from '#lib/model/access/actor.ts';
import { hrefOfTalk, planStream, subjectOfPlan, type PlanHead } from '#lib/model/plans/plan.ts';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { threadActions } from '#lib/server/kit/thread-actions.ts';
import { threadForPage } from '#lib/server/kit/thread-page.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { findPlan } from '#lib/server/plans/find.ts';
import { sectionHeads } from '#lib/server/plans/sections/heads.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

/** The plan whose thread this is, for who reads it. @throws NotFound */
async function planToTalkOf(actor: Actor, address: { city: string; slug: string }): Promise<PlanHead> {
	const plan = await findPlan(services().db, actor, address);
	if (plan.openedAt === null) throw new NotFound();
	return plan;
}

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db } = services();
		const plan = await planToTalkOf(actor, params);
		atItsAddress({ url, isDataRequest }, hrefOfTalk(plan, 'open'));
		const heads = await sectionHeads(db, { plan: plan.id });
		return {
			plan,
			subject: subjectOfPlan(plan, 'open'),
			titles: Object.fromEntries(heads.filter(({ hidden }) => !hidden).map((head) => [anchorOfSection(head), head.title])),
			...(await threadForPage(db, actor, { stream: planStream(plan.id), locale, url }))
		};
	});

const { post, follow } = threadActions<{ city: string; slug: string }>(async ({ locals: { actor }, params }) =>
	planStream((await planToTalkOf(actor, params)).id)
);

export const actions: Actions = { post, follow };
