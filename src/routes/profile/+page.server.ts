import { redirect } from '@sveltejs/kit';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { changeProfile, emailOf } from '#lib/server/people/profile.ts';
import { tickedIn } from '#lib/model/people/own-card.ts';
import { changeOwnCard, findOwnCard } from '#lib/server/people/own-card.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { person } = signedIn(locals);
	const [email, card] = await Promise.all([emailOf(services(), person), findOwnCard(services(), person)]);
	return {
		email,
		card,
		memberships: person.memberships,
		zones: Intl.supportedValuesOf('timeZone'),
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	profile: async ({ locals, request }) => {
		const { person } = signedIn(locals);
		const fields = await fieldsOf(request);
		const typed = kept(fields, 'name', 'locale', 'timeZone', 'theme', 'letterKeys');
		const refused = await asForm(() => changeProfile(services(), person, fields), typed);
		if (refused) return refused;
		redirect(303, '/profile?done=profile');
	},
	card: async ({ locals, request }) => {
		const { person } = signedIn(locals);
		const fields = await fieldsOf(request);
		const typed = { ...kept(fields, 'does', 'telephone', 'emailSeenBy', 'telephoneSeenBy'), languages: tickedIn(fields) };
		const refused = await asForm(() => changeOwnCard(services(), person, fields), typed);
		if (refused) return refused;
		redirect(303, '/profile?done=card#card');
	},
	password: async ({ locals, request, getClientAddress }) => {
		const { person, session } = signedIn(locals);
		const fields = await fieldsOf(request);
		const address = getClientAddress();
		const refused = await asForm(() => changePassword(services(), { person, session, address }, fields), null);
		if (refused) return refused;
		redirect(303, '/profile?done=password');
	}
};
