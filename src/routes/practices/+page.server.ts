import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { limitsOf } from '#lib/server/platform/limits.ts';
import { practicesPage } from '#lib/server/practices/list/practices-page.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const asking = { actor: person, locale: locals.locale };
		return limitsOf(services()).take('search', { person: person.id }, () => practicesPage(services(), asking, url.searchParams));
	});
