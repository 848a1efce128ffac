import { randomUUID } from 'node:crypto';
import { Forbidden } from '#lib/server/platform/errors.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { homeNetwork } from '#lib/server/access/home.ts';
import { openInvitations, renewInvitation, withdrawInvitation } from '#lib/server/people/invitations.ts';
import { invitePerson } from '#lib/server/people/invite.ts';
import { invitables } from '#lib/model/people/invitables.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, locale }, parent }) => {
	const { cities } = await parent();
	return asPage(async () => {
		const network = homeNetwork(actor);
		const open = invitables(
			actor,
			network,
			cities.map(({ code }) => code)
		);
		if (open.roles.length === 0) throw new Forbidden('person.invite');
		return {
			open,
			locale,
			commandId: randomUUID(),
			mail: services().mail.kind !== 'none',
			invitations: await openInvitations(services(), actor, network)
		};
	});
};

/** What the form of an invitation keeps when it did not work. */
const nothing = { name: '', email: '', as: '', city: '', locale: '' };

export const actions: Actions = {
	invite: async ({ locals: { actor }, request }) => {
		const fields = await fieldsOf(request);
		const [role = '', expertKind = ''] = (fields.as ?? '').split(' ');
		return asForm(
			async () => {
				const { commandId, name, email, city, locale } = fields;
				const input = { commandId, name, email, city, locale, role, expertKind };
				const issued = await invitePerson(services(), actor, homeNetwork(actor), input);
				return { issued: { ...issued, to: email ?? '' }, withdrawn: false };
			},
			kept(fields, 'name', 'email', 'as', 'city', 'locale')
		);
	},
	renew: async ({ locals: { actor }, request }) => {
		const { id, to = '' } = await fieldsOf(request);
		return asForm(async () => {
			const issued = await renewInvitation(services(), actor, { id });
			return { issued: { ...issued, to }, withdrawn: false };
		}, nothing);
	},
	withdraw: async ({ locals: { actor }, request }) => {
		const { id } = await fieldsOf(request);
		return asForm(async () => {
			await withdrawInvitation(services(), actor, { id });
			return { issued: null, withdrawn: true };
		}, nothing);
	}
};
