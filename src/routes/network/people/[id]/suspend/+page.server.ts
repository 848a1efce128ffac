import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/server/access/authorize.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { services } from '#lib/server/services.ts';
import { memberHere } from '../member-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params: { id } }) =>
	asPage(async () => {
		const { subject, member, place } = await memberHere(locals, id);
		authorize(locals.actor, 'person.suspend', subject);
		return { member, place, commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals, params: { id } }) => {
		const fields = await fieldsOf(request);
		const outcome = await asForm(
			async () => {
				const { place } = await memberHere(locals, id);
				const { commandId, reason } = fields;
				const { withdrawn } = await suspendPerson(services(), locals.actor, { commandId, id, reason });
				return { place, withdrawn };
			},
			kept(fields, 'reason')
		);
		if ('place' in outcome) redirect(303, `${outcome.place}?changed=${id}&withdrawn=${outcome.withdrawn}`);
		return outcome;
	}
};
