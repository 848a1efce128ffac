import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { limitsOf } from '#lib/server/platform/limits.ts';
import { offers } from '#lib/server/search/offers.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** What the palette offers by name, fetched when it is first opened. */
export const GET: RequestHandler = ({ locals }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const asking = { actor: person, locale: locals.locale, now: services().clock.now() };
		const offered = await limitsOf(services()).take('search', { person: person.id }, () => offers(services(), asking));
		return json(offered, { headers: { 'cache-control': 'private, no-store' } });
	});
