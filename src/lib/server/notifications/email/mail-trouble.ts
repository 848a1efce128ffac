import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { MailTrouble } from '#lib/model/mail/failed.ts';
import { authorize } from '../../access/authorize.ts';
import { troubleOf } from '../../mail/transport-error.ts';
import { homeNetwork } from '../../access/home.ts';
import type { Services } from '../../services.ts';
import { ofNetwork } from './failed-emails.ts';

/**
 * Why emails to the network's people wait although they are due; null while they leave.
 * @throws Forbidden to all but its leads
 */
export async function mailTrouble({ db, clock }: Services, actor: Actor): Promise<MailTrouble | null> {
	const network = homeNetwork(actor);
	authorize(actor, 'moderation.read', { network });
	const now = clock.now().toISOString();
	const [row] = await db.execute<{ waiting: number; since: string | null; answer: string | null }>(sql`
		select count(*)::int as waiting, to_char(min(mails.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since, (
			select answer from mails
			where state = 'waiting' and due_at <= ${now} and answer is not null and attempts = 0 and unsure = 0
			order by due_at desc limit 1) as answer
		from mails left join invitations on mails.kind = 'invitation' and invitations.id = mails.subject_id
		where mails.state = 'waiting' and mails.due_at <= ${now} and ${ofNetwork(network)}`);
	return row?.answer && row.since ? { waiting: row.waiting, since: row.since, why: troubleOf(row.answer) } : null;
}
