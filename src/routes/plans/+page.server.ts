import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { can } from '#lib/model/policy.ts';
import { homeNetwork } from '#lib/server/access/home.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { beginPlan } from '#lib/server/plans/begin.ts';
import { planById } from '#lib/server/plans/find.ts';
import { plansPage } from '#lib/server/plans/list/lines.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) =>
	asPage(async () => {
		// The page's own `network` would stand in the place of the reader's.
		const { network, ...shown } = await plansPage(services(), actor);
		return { ...shown, shapes: can(actor, 'plan.template', { network }), commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals: { actor } }) => {
		const fields = await fieldsOf(request);
		const outcome = await asForm(
			async () => {
				const { commandId, city, title, lang } = fields;
				const { id } = await beginPlan(services(), actor, { commandId, network: homeNetwork(actor), city, title, lang });
				return planById(services().db, actor, id);
			},
			kept(fields, 'title', 'lang')
		);
		if ('slug' in outcome) redirect(303, hrefOfPlan(outcome));
		return outcome;
	}
};
