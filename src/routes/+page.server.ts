import { redirect } from '@sveltejs/kit';
import { openDesk } from '#lib/server/desk/queries.ts';
import { noteVisit } from '#lib/server/desk/visit.ts';
import { endWelcome, welcomeOf } from '#lib/server/desk/welcome.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, locale }, depends }) => {
	depends('swing:inbox', 'swing:desk');
	if (actor.kind === 'visitor') redirect(303, '/signin');
	const [desk, welcome, lastHere] = await Promise.all([
		openDesk(services(), actor, locale),
		welcomeOf(services(), actor),
		noteVisit(services(), actor)
	]);
	// The layout's clock stands still while people go from page to page.
	return { ...desk, welcome, lastHere, now: services().clock.now().toISOString() };
};

export const actions: Actions = {
	/** A newcomer knows their way. */
	welcomed: async ({ request, locals: { actor } }) => {
		await formOf(request);
		if (actor.kind === 'visitor') redirect(303, '/signin');
		await endWelcome(services(), actor);
		redirect(303, '/');
	},

	/** Marks as read what the page showed as new, and nothing that came since. */
	read: async ({ request, locals: { actor } }) => {
		const read = (await formOf(request)).getAll('read').map((entry) => {
			const [stream, seq] = String(entry).split(' ');
			return { stream, seq: Number(seq) };
		});
		const outcome = await asForm(() => markRead(services(), actor, { read }), {});
		if (outcome) return outcome;
		redirect(303, '/');
	}
};
