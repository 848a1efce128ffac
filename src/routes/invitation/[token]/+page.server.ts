import { redirect } from '@sveltejs/kit';
import { NotFound } from '#lib/server/platform/errors.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { letIn } from '#lib/server/kit/let-in.ts';
import { acceptAsNewcomer, acceptSignedIn } from '#lib/server/people/accept.ts';
import { emailOf } from '#lib/server/people/profile.ts';
import { readInvitation } from '#lib/server/people/read-invitation.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, locale }, params: { token } }) => {
	const invitation = await readInvitation(services(), token, locale).catch((missing: unknown) => {
		if (missing instanceof NotFound) return null;
		throw missing;
	});
	return {
		invitation,
		own: actor.kind === 'person' ? await emailOf(services(), actor) : null,
		zones: Intl.supportedValuesOf('timeZone')
	};
};

export const actions: Actions = {
	newcomer: async (event) => {
		const fields = await fieldsOf(event.request);
		const outcome = await asForm(
			async () => ({ id: await acceptAsNewcomer(services(), event.params.token, fields) }),
			kept(fields, 'name', 'locale', 'timeZone')
		);
		if (!('id' in outcome)) return outcome;
		await letIn(event, outcome.id);
		redirect(303, '/');
	},
	member: async ({ locals, params: { token } }) => {
		const refused = await asForm(() => acceptSignedIn(services(), token, locals.actor), {
			name: '',
			locale: '',
			timeZone: ''
		});
		if (refused) return refused;
		redirect(303, '/');
	}
};
