import { sql } from 'drizzle-orm';
import { usualTimes } from '#lib/model/notifications/email/choices.ts';
import type { Unsubscribe } from '#lib/model/notifications/email/unsubscribe-token.ts';
import { emailChoices, emailTimes } from '../../db/schema/email-settings.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Services } from '../../services.ts';
import { readUnsubscribeToken } from './unsubscribe-link.ts';

/**
 * Ends the emails that a link stands for. Whoever holds the email may; doing it twice changes nothing.
 * @throws NotFound for a link that is none of ours
 */
export async function unsubscribe(services: Services, token: string): Promise<Unsubscribe> {
	const asked = await readUnsubscribeToken(services, token);
	if (!asked) throw new NotFound();
	const { person: personId, kinds } = asked;
	await services.db.transaction(async (tx) => {
		for (const kind of kinds) {
			if (kind === 'digest') {
				const { hour, weekday } = usualTimes;
				await tx
					.insert(emailTimes)
					.values({ personId, rhythm: 'off', hour, weekday })
					.onConflictDoUpdate({
						target: emailTimes.personId,
						set: {
							rhythm: 'off',
							hour: sql`coalesce(email_times.hour, excluded.hour)`,
							weekday: sql`coalesce(email_times.weekday, excluded.weekday)`
						}
					});
			} else {
				await tx
					.insert(emailChoices)
					.values({ personId, kind, way: 'off' })
					.onConflictDoUpdate({ target: [emailChoices.personId, emailChoices.kind], set: { way: 'off' } });
			}
		}
	});
	return asked;
}
