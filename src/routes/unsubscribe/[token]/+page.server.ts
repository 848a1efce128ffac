import { redirect } from '@sveltejs/kit';
import { NotFound } from '#lib/server/platform/errors.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { readStopToken } from '#lib/server/notifications/email/unsubscribe-link.ts';
import { stopNotices } from '#lib/server/notifications/email/unsubscribe.ts';
import { services } from '#lib/server/platform/services.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking ends nothing: mail programs and their guards open links too. */
export const load: PageServerLoad = ({ params, url }) =>
	asPage(async () => {
		const stop = await readStopToken(services(), params.token);
		if (!stop) throw new NotFound();
		return { kinds: stop.kinds, done: url.searchParams.has('done') };
	});

export const actions: Actions = {
	stop: async ({ params }) => {
		await asPage(() => stopNotices(services(), params.token));
		redirect(303, `/unsubscribe/${params.token}?done`);
	}
};
