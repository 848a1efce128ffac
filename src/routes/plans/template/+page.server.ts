import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { can } from '#lib/model/policy.ts';
import { homeNetwork } from '#lib/server/access/home.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { Forbidden } from '#lib/server/platform/errors.ts';
import { shapeTemplate } from '#lib/server/plans/template/shape.ts';
import { templateParts } from '#lib/server/plans/template/template-parts.ts';
import { services } from '#lib/server/services.ts';
import { partsIn } from '#lib/server/plans/template/parts-in-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) =>
	asPage(async () => {
		const network = homeNetwork(actor);
		if (!can(actor, 'plan.template', { network })) throw new Forbidden('shapes no template');
		return { parts: await templateParts(services().db, network), commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals: { actor } }) => {
		const fields = await fieldsOf(request);
		const typed = partsIn(fields);
		const outcome = await asForm(
			() => shapeTemplate(services(), actor, { commandId: fields.commandId, network: homeNetwork(actor), parts: typed }),
			{ parts: typed }
		);
		if ('id' in outcome) redirect(303, '/plans/template?done');
		return outcome;
	}
};
