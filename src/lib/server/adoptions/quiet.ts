import { and, eq, sql } from 'drizzle-orm';
import { quietDays } from '#lib/model/adoptions/stages.ts';
import type { Transaction } from '../db/client.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import type { ReminderKind } from '../notifications/reminders/reminder-kind.ts';
import { cancelReminders, remind } from '../notifications/reminders/remind.ts';
import { pairs, type AdoptionRow } from './find.ts';
import { quietEmail } from './quiet-email.ts';
import { sideOf } from './side.ts';

const kind = 'adoption.quiet';
export const itemOfPair = (id: string) => ({ kind: 'adoption', id });

/** In the morning of the day after so many without news, by the clocks of the city. */
function asksOn(newsAt: Date, timeZone: string): string {
	const day = new Date(newsAt.getTime() + quietDays * 86_400_000);
	return `${new Intl.DateTimeFormat('sv-SE', { timeZone }).format(day)}T09:00`;
}

/** Whether anything more is expected of an adoption. */
function goesOn({ stage, stoppedAt }: Pick<AdoptionRow, 'stage' | 'stoppedAt'>): boolean {
	return stage !== null && stage !== 'result' && stoppedAt === null;
}

/** Whoever looks after an adoption is asked once how it is going when it was quiet for long; each news begins anew. */
export async function planQuiet(tx: Transaction, row: Pick<AdoptionRow, 'id' | 'stage' | 'stoppedAt' | 'newsAt' | 'zone'>): Promise<void> {
	const subject = itemOfPair(row.id);
	if (!goesOn(row)) return cancelReminders(tx, subject, kind);
	await remind(tx, { kind, subject, at: asksOn(row.newsAt, row.zone), zone: row.zone });
}

/** What the two cities said to each other last is news too, though only they know of it. */
async function lastSaid(tx: Transaction, stream: string): Promise<Date | null> {
	const [said] = await tx.execute<{ at: string | null }>(
		sql`select max(posted_at) as at from posts where stream = ${stream} and deleted_at is null and hidden_at is null`
	);
	return said?.at ? new Date(said.at) : null;
}

/** That nothing new was told for long. */
export const adoptionQuiet: ReminderKind = {
	kind,
	email: quietEmail,
	async whom(tx, { clock }, { subjectId }) {
		const [row] = await pairs(tx, eq(adoptions.id, subjectId));
		if (!row || !goesOn(row)) return [];
		const said = await lastSaid(tx, row.stream);
		if (said && said.getTime() > clock.now().getTime() - quietDays * 86_400_000) {
			await planQuiet(tx, { ...row, newsAt: said });
			return [];
		}
		return sideOf(tx, row, { partner: row.partnerId, now: clock.now() });
	},
	async where(tx, { subjectId: id }) {
		const [row] = await tx
			.select({ network: adoptions.networkId, stream: adoptions.stream })
			.from(adoptions)
			.where(and(eq(adoptions.id, id)));
		return row ? { ...row, item: itemOfPair(id) } : null;
	}
};
