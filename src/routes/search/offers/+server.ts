import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { countSearch } from '#lib/server/search/pace.ts';
import { offers } from '#lib/server/search/offers.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** What the palette offers by name, fetched when it is first opened. */
export const GET: RequestHandler = ({ locals }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		await countSearch(services(), person);
		const asking = { actor: person, locale: locals.locale, now: services().clock.now() };
		return json(await offers(services(), asking), { headers: { 'cache-control': 'private, no-store' } });
	});
