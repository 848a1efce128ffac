import { z } from 'zod';
import { NotFound } from '#lib/server/platform/errors.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { hiddenNow, moderationActsBefore } from '#lib/server/moderation/queries.ts';
import { failedEmails } from '#lib/server/notifications/email/failed-emails.ts';
import { mailTrouble } from '#lib/server/notifications/email/mail-trouble.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable();

export const load: PageServerLoad = ({ locals: { actor, locale }, url }) =>
	asPage(async () => {
		const { success, data: before = null } = place.safeParse(url.searchParams.get('before'));
		if (!success) throw new NotFound();
		const [hidden, done, emails, trouble] = await Promise.all([
			before === null ? hiddenNow(services(), actor, locale) : [],
			moderationActsBefore(services(), actor, { before, locale }),
			before === null ? failedEmails(services(), actor, locale) : [],
			before === null ? mailTrouble(services(), actor) : null
		]);
		return { hidden, emails, trouble, ...done, later: before !== null };
	});
