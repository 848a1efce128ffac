import { asPage } from '#lib/server/kit/domain-errors.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { openCard } from '#lib/server/people/card.ts';
import { openFormerCard } from '#lib/server/people/former-card.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

/** Every name leads here, also of who has left: their words still stand there. */
export const load: PageServerLoad = ({ locals: { actor, locale }, params: { id } }) =>
	asPage(async () => {
		try {
			return { card: await openCard(services(), actor, { id, locale }) };
		} catch (refused) {
			if (!(refused instanceof NotFound)) throw refused;
			return { former: await openFormerCard(services(), actor, { id, locale }) };
		}
	});
