import type { Actor } from '#lib/model/access/actor.ts';
import { hrefOfTalk, planDraftStream, planStream, subjectOfPlan, type PlanHead } from '#lib/model/plans/plan.ts';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { threadActions } from '#lib/server/kit/thread-actions.ts';
import { threadForPage } from '#lib/server/kit/thread-page.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { findPlan } from '#lib/server/plans/find.ts';
import { readsPlanDraft } from '#lib/server/plans/heard-of.ts';
import { sectionHeads } from '#lib/server/plans/sections/heads.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

interface Address {
	city: string;
	slug: string;
	talk: 'talk' | 'draft';
}

/** The plan whose thread stands at this address, for who reads it. @throws NotFound */
async function planToTalkOf(
	actor: Actor,
	{ talk, ...address }: Address
): Promise<{ plan: PlanHead; of: 'draft' | 'open'; stream: string }> {
	const plan = await findPlan(services().db, actor, address);
	if (talk === 'draft' ? !readsPlanDraft(actor, plan) : plan.openedAt === null) throw new NotFound();
	if (talk === 'draft') return { plan, of: 'draft', stream: planDraftStream(plan.id) };
	return { plan, of: 'open', stream: planStream(plan.id) };
}

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db } = services();
		const { plan, of, stream } = await planToTalkOf(actor, params);
		atItsAddress({ url, isDataRequest }, hrefOfTalk(plan, of));
		const heads = await sectionHeads(db, { plan: plan.id });
		return {
			plan,
			of,
			subject: subjectOfPlan(plan, of),
			titles: Object.fromEntries(heads.filter(({ hidden }) => !hidden).map((head) => [anchorOfSection(head), head.title])),
			...(await threadForPage(db, actor, { stream, locale, url }))
		};
	});

const { post, follow } = threadActions<{ city: string; slug: string; talk: string }>(
	async ({ locals: { actor }, params }) => (await planToTalkOf(actor, params as Address)).stream
);

export const actions: Actions = { post, follow };
