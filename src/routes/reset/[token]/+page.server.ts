import { redirect } from '@sveltejs/kit';
import { resetIsOpen, resetPassword } from '#lib/server/auth/reset.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { makeKnown } from '#lib/server/kit/let-in.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { token } }) => ({
	open: await resetIsOpen(services(), token)
});

export const actions: Actions = {
	default: async (event) => {
		const fields = await fieldsOf(event.request);
		const outcome = await asForm(async () => ({ id: await resetPassword(services(), event.params.token, fields) }), {});
		if (!('id' in outcome)) return outcome;
		// Whoever opened the letter comes in at once, however often others have guessed meanwhile.
		await makeKnown(event, outcome.id);
		redirect(303, '/signin?changed');
	}
};
