import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { limitsOf } from '#lib/server/platform/limits.ts';
import { similarPractices } from '#lib/server/practices/list/similar.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Published entries whose titles are like the one that somebody types. */
export const GET: RequestHandler = ({ locals, url }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const asking = { actor: person, locale: locals.locale };
		const title = url.searchParams.get('title') ?? '';
		const similar = await limitsOf(services()).take('search', { person: person.id }, () => similarPractices(services(), asking, title));
		return json(similar, { headers: { 'cache-control': 'private, no-store' } });
	});
