import { sql, type SQL } from 'drizzle-orm';
import { m } from '#lib/i18n/m';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import type { FailedEmail } from '#lib/model/mail/failed.ts';
import { authorize } from '../../access/authorize.ts';
import { homeNetwork } from '../../access/home.ts';
import { emailTemplates } from '../../mail/template.ts';
import type { Services } from '../../services.ts';

const month = 30 * 24 * 60 * 60_000;
const most = 50;

/**
 * Emails of the last month to people of the network, or invited into it, that were given up; the newest first.
 * @throws Forbidden to all but its leads
 */
export async function failedEmails({ db, clock }: Services, actor: Actor, locale: Locale): Promise<FailedEmail[]> {
	const network = homeNetwork(actor);
	authorize(actor, 'moderation.read', { network });
	const since = new Date(clock.now().getTime() - month).toISOString();
	const rows = await db.execute<{ id: string; kind: string; name: string; at: string; refused: boolean }>(sql`
		select mails.id, mails.kind, coalesce(people.name, invitations.name) as name, mails.answer ~ '^5' as refused,
			to_char(mails.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
		from mails left join people on people.id = mails.person_id
			left join invitations on mails.kind = 'invitation' and invitations.id = mails.subject_id
		where mails.state = 'failed' and mails.done_at > ${since} and ${ofNetwork(network)}
		order by mails.done_at desc limit ${most}`);
	return rows.map(({ kind, refused, ...row }) => ({ ...row, called: called(kind, locale), why: refused ? 'refused' : 'tried' }));
}

/** Also one whose noun is plugged in no more is told of. */
function called(kind: string, locale: Locale): string {
	return emailTemplates.get()[kind]?.called(locale) ?? m.email_called_otherwise({}, { locale });
}

/** Part of a query over `mails` and their `invitations`: those to people of the network, or invited into it. */
export function ofNetwork(network: string): SQL {
	return sql`(invitations.network_id = ${network}
		or exists (select from memberships where memberships.person_id = mails.person_id and memberships.network_id = ${network}))`;
}
