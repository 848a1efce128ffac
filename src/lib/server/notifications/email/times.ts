import { eq } from 'drizzle-orm';
import { usualTimes, type Times } from '#lib/model/notifications/email/choices.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { emailTimes } from '../../db/schema/email-settings.ts';

type Row = typeof emailTimes.$inferSelect;

/** When somebody wants their emails. */
export async function timesOf(db: Database | Transaction, personId: string): Promise<Times> {
	const [row] = await db.select().from(emailTimes).where(eq(emailTimes.personId, personId));
	return presentTimes(row);
}

export function presentTimes(row: Pick<Row, 'rhythm' | 'hour' | 'weekday' | 'quietFrom' | 'quietTo'> | null | undefined): Times {
	if (!row) return usualTimes;
	const { rhythm, hour, weekday, quietFrom, quietTo } = row;
	const quiet = quietFrom && quietTo ? { from: quietFrom, to: quietTo } : null;
	return { rhythm: rhythm ?? usualTimes.rhythm, hour: hour ?? usualTimes.hour, weekday: weekday ?? usualTimes.weekday, quiet };
}
