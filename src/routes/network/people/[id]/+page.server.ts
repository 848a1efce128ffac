import { asPage } from '#lib/server/kit/domain-errors.ts';
import { openCard } from '#lib/server/people/card.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { id } }) =>
	asPage(async () => ({ card: await openCard(services(), actor, { id, locale }) }));
