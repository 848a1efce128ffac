import { and, asc, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { mails } from '../db/schema/mail.ts';

export type Mail = typeof mails.$inferSelect;

/** How long a claim is believed that its process does not renew, and how often it does. */
export const lease = 10_000;
export const renewal = 3_000;

const later = (now: Date, by: number) => new Date(now.getTime() + by);

/** Takes the mail that has been due longest, for this process alone. */
export async function claim(db: Database, self: string, now: Date): Promise<Mail | null> {
	const due = db
		.select({ id: mails.id })
		.from(mails)
		.where(and(eq(mails.state, 'waiting'), lte(mails.dueAt, now)))
		.orderBy(asc(mails.dueAt))
		.limit(1)
		.for('update', { skipLocked: true });
	const [mine] = await db
		.update(mails)
		.set({ state: 'sending', claimedBy: self, claimedUntil: later(now, lease), transmittedAt: null })
		.where(inArray(mails.id, due))
		.returning();
	return mine ?? null;
}

export async function renew(db: Database, self: string, inHand: string[], now: Date): Promise<void> {
	if (inHand.length === 0) return;
	await db
		.update(mails)
		.set({ claimedUntil: later(now, lease) })
		.where(and(held(self), inArray(mails.id, inHand)));
}

function held(self: string) {
	return and(eq(mails.state, 'sending'), eq(mails.claimedBy, self));
}

/** Notes that from now on the mail server may have it; says whether it is still in our hands. */
export async function noteTransmission(db: Database, self: string, id: string, now: Date): Promise<boolean> {
	const still = await db
		.update(mails)
		.set({ transmittedAt: now, claimedUntil: later(now, lease) })
		.where(and(held(self), eq(mails.id, id)))
		.returning({ id: mails.id });
	return still.length > 0;
}

export type Change = Partial<Pick<Mail, 'attempts' | 'unsure' | 'answer'>>;

/** Lets it go, to be tried again. */
export async function putBack(db: Database, self: string, id: string, dueAt: Date, change: Change = {}): Promise<void> {
	await db
		.update(mails)
		.set({ ...change, state: 'waiting', dueAt, claimedBy: null, claimedUntil: null, transmittedAt: null })
		.where(and(held(self), eq(mails.id, id)));
}

/** It is done with, one way or another; what only the letter was to tell is forgotten. */
export async function settle(
	db: Database,
	self: string,
	id: string,
	state: 'sent' | 'failed' | 'dropped',
	now: Date,
	change: Change = {}
): Promise<void> {
	await db
		.update(mails)
		.set({ ...change, state, doneAt: now, claimedBy: null, claimedUntil: null, secret: null, address: null })
		.where(and(held(self), eq(mails.id, id)));
}

/** Mail in hands that have not moved for longer than they may. */
export async function forsaken(db: Database, now: Date): Promise<Mail[]> {
	return db
		.select()
		.from(mails)
		.where(and(eq(mails.state, 'sending'), lt(mails.claimedUntil, now)));
}

/** Takes a mail out of the hands it was seen in, if nothing has moved since. */
export async function takeOver(db: Database, self: string, seen: Mail, now: Date): Promise<boolean> {
	const { id, claimedBy, claimedUntil } = seen;
	if (!claimedBy || !claimedUntil) return false;
	const taken = await db
		.update(mails)
		.set({ claimedBy: self, claimedUntil: later(now, lease) })
		.where(and(held(claimedBy), eq(mails.id, id), sql`${mails.claimedUntil} = ${claimedUntil.toISOString()}`))
		.returning({ id: mails.id });
	return taken.length > 0;
}
