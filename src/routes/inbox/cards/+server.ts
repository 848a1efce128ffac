import { json } from '@sveltejs/kit';
import { cardsById } from '#lib/server/notifications/inbox/present-cards.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** What notifications are shown from, for the page that has just heard of them. */
export const GET: RequestHandler = ({ locals, url }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const cards = await cardsById(services(), person, locals.locale, url.searchParams.getAll('id'));
		return json({ cards }, { headers: { 'cache-control': 'private, no-store' } });
	});
