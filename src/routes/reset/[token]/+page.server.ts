import { redirect } from '@sveltejs/kit';
import { resetIsOpen, resetPassword } from '#lib/server/auth/reset.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { token } }) => ({
	open: await resetIsOpen(services(), token)
});

export const actions: Actions = {
	default: async ({ request, params: { token } }) => {
		const fields = await fieldsOf(request);
		const refused = await asForm(() => resetPassword(services(), token, fields), {});
		if (refused) return refused;
		redirect(303, '/signin?changed');
	}
};
