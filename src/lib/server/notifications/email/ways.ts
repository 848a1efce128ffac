import { eq, sql, type SQL } from 'drizzle-orm';
import { usualWays, type Way } from '#lib/model/notifications/email/choices.ts';
import { notificationKinds, type NotificationKind } from '#lib/model/notifications/kinds.ts';
import type { Database } from '../../db/client.ts';
import { emailChoices } from '../../db/schema/email-settings.ts';

/** How somebody wants to be mailed about each kind. */
export async function waysOf(db: Database, personId: string): Promise<Record<NotificationKind, Way>> {
	const rows = await db.select().from(emailChoices).where(eq(emailChoices.personId, personId));
	return { ...usualWays, ...Object.fromEntries(rows.map(({ kind, way }) => [kind, way])) };
}

/** Part of a query over `notifications`: how its person wants to be mailed about it. */
export const emailWay: SQL = sql`coalesce(
	(select way from email_choices where email_choices.person_id = notifications.person_id and email_choices.kind = notifications.kind),
	case notifications.kind ${sql.raw(notificationKinds.map((kind) => `when '${kind}' then '${usualWays[kind]}'`).join(' '))} end)`;
