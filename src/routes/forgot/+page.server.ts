import { requestReset } from '#lib/server/auth/reset.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ mail: services().mail.kind });

export const actions: Actions = {
	default: async ({ request, getClientAddress }) => {
		const fields = await fieldsOf(request);
		const typed = kept(fields, 'email');
		return asForm(async () => {
			await requestReset(services(), fields, getClientAddress());
			return { typed, problem: null };
		}, typed);
	}
};
