import { redirect } from '@sveltejs/kit';
import { letOut } from '#lib/server/kit/let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.actor.kind === 'visitor') redirect(303, '/signin');
};

export const actions: Actions = {
	default: async (event) => {
		await letOut(event);
		redirect(303, '/signin');
	}
};
