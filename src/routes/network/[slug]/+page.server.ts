import { asPage } from '#lib/server/kit/domain-errors.ts';
import { cityMeetings } from '#lib/server/people/city-meetings.ts';
import { findPartner } from '#lib/server/people/directory.ts';
import { services } from '#lib/server/platform/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug } }) =>
	asPage(async () => {
		const partner = await findPartner(services(), actor, slug);
		return { partner, ...(await cityMeetings(services(), actor, { city: partner.code, locale })) };
	});
