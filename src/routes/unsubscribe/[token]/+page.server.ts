import { redirect } from '@sveltejs/kit';
import { NotFound } from '#lib/server/platform/errors.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { readUnsubscribeToken } from '#lib/server/notifications/email/unsubscribe-link.ts';
import { unsubscribe } from '#lib/server/notifications/email/unsubscribe.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking ends nothing: mail programs and their guards open links too. */
export const load: PageServerLoad = ({ params, url }) =>
	asPage(async () => {
		const asked = await readUnsubscribeToken(services(), params.token);
		if (!asked) throw new NotFound();
		return { kinds: asked.kinds, done: url.searchParams.has('done') };
	});

export const actions: Actions = {
	stop: async ({ params }) => {
		await asPage(() => unsubscribe(services(), params.token));
		redirect(303, `/unsubscribe/${params.token}?done`);
	}
};
