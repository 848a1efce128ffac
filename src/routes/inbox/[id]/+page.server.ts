import { redirect } from '@sveltejs/kit';
import { openPlace } from '#lib/server/notifications/inbox/open-place.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

/** A notification leads to its place. */
export const load: PageServerLoad = async ({ locals, params: { id } }) => {
	const { person } = signedIn(locals);
	redirect(303, await asPage(() => openPlace(services(), person, id)));
};
