import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/server/access/authorize.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { readmitPerson } from '#lib/server/people/suspend.ts';
import { services } from '#lib/server/services.ts';
import { memberHere } from '../member-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params: { id } }) =>
	asPage(async () => {
		const { subject, suspension, member, place } = await memberHere(locals, id);
		authorize(locals.actor, 'person.readmit', subject);
		return { member, suspension, place, commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals, params: { id } }) => {
		const { commandId } = await fieldsOf(request);
		const outcome = await asForm(async () => {
			const { place } = await memberHere(locals, id);
			await readmitPerson(services(), locals.actor, { commandId, id });
			return { place };
		}, {});
		if ('place' in outcome) redirect(303, `${outcome.place}?changed=${id}`);
		return outcome;
	}
};
