import { asPage } from '#lib/server/kit/domain-errors.ts';
import { openCitySections } from '#lib/server/network/city-section.ts';
import { findPartner } from '#lib/server/people/directory.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug } }) =>
	asPage(async () => {
		const partner = await findPartner(services(), actor, slug);
		return { partner, sections: await openCitySections(services(), actor, { city: partner.code, locale }) };
	});
