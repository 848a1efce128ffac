import { redirect } from '@sveltejs/kit';
import { ownSessions } from '#lib/server/auth/own-sessions.ts';
import { endOtherSessions } from '#lib/server/auth/session.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { person, session } = signedIn(locals);
	const ended = Number(url.searchParams.get('ended'));
	return {
		sessions: await ownSessions(services(), person, session),
		ended: Number.isSafeInteger(ended) && ended > 0 ? ended : 0
	};
};

export const actions: Actions = {
	others: async ({ locals }) => {
		const { person, session } = signedIn(locals);
		redirect(303, `/profile/sessions?ended=${await endOtherSessions(services(), person.id, session)}`);
	}
};
