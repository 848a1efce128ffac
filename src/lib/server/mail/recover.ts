import type { Services } from '../services.ts';
import { expiredLeases, putBack, settle, takeOver, type Mail } from './lease.ts';
import { mostUnsure } from './backoff.ts';

/** Milliseconds for which an expired lease must stay unrenewed before it is taken over: a process that lives renews more often. */
export const secondLook = 5000;
/**
 * The same where the mail server may have the mail, and the other process its answer: when the database was
 * away for both, the other may wait twenty seconds between two tries to reach it, and has the first word.
 */
export const lookAtTransmitted = 30_000;

/**
 * Takes over mail that a dead process had leased. What was not transmitted yet surely has not arrived and
 * just goes out; of the rest nobody can say, so it goes out again under the same id, which mailboxes know it by.
 */
export function recovery({ db, clock, log }: Services, self: string, leased: ReadonlySet<string>): () => Promise<void> {
	let seen = new Map<string, { until: number; since: number }>();

	async function takeBack(mail: Mail, now: Date): Promise<void> {
		if (!(await takeOver(db, self, mail, now))) return;
		const unsure = mail.unsure + (mail.transmittedAt === null ? 0 : 1);
		if (unsure >= mostUnsure) await settle(db, self, mail.id, 'failed', now, { unsure, answer: 'no answer' });
		else await putBack(db, self, mail.id, now, { unsure });
		log.warn({ mail: mail.id, transmitted: mail.transmittedAt !== null }, 'mail: taken from a process that has gone');
	}

	return async () => {
		const now = clock.now();
		const still: typeof seen = new Map();
		for (const mail of await expiredLeases(db, now)) {
			if (leased.has(mail.id)) continue;
			const until = mail.leasedUntil?.getTime() ?? 0;
			const before = seen.get(mail.id);
			const since = before?.until === until ? before.since : now.getTime();
			if (now.getTime() - since >= (mail.transmittedAt === null ? secondLook : lookAtTransmitted)) await takeBack(mail, now);
			else still.set(mail.id, { until, since });
		}
		seen = still;
	};
}
