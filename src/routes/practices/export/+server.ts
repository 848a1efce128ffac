import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { limitsOf } from '#lib/server/platform/limits.ts';
import { exportPractices } from '#lib/server/practices/list/export-practices.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** The whole selection of the list as a file. */
export const GET: RequestHandler = ({ locals, url }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const asking = { actor: person, locale: locals.locale, origin: url.origin };
		const { name, type, text } = await limitsOf(services()).take('search', { person: person.id }, () =>
			exportPractices(services(), asking, url.searchParams)
		);
		return new Response(text, {
			headers: {
				'content-type': type,
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'private, no-store'
			}
		});
	});
