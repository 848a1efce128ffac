import { and, asc, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { mails } from '../db/schema/mail.ts';

export type Mail = typeof mails.$inferSelect;

/** Milliseconds that a lease lasts, and after which its process renews it. */
export const leaseTime = 10_000;
export const renewEvery = 3_000;

const later = (now: Date, by: number) => new Date(now.getTime() + by);

/**
 * Leases the mail that has been due longest to this process alone. It is looked for once (`=`, not `in`): PostgreSQL may look for
 * what it is to be `in` again at each mail, and then leases one mail at each look, of which all but the first are forgotten.
 */
export async function leaseNext(db: Database | Transaction, self: string, now: Date): Promise<Mail | null> {
	const due = db
		.select({ id: mails.id })
		.from(mails)
		.where(and(eq(mails.state, 'waiting'), lte(mails.dueAt, now)))
		.orderBy(asc(mails.dueAt))
		.limit(1)
		.for('update', { skipLocked: true });
	const [leased] = await db
		.update(mails)
		.set({ state: 'sending', leasedBy: self, leasedUntil: later(now, leaseTime), transmittedAt: null })
		.where(sql`${mails.id} = (${due})`)
		.returning();
	return leased ?? null;
}

export async function renewLeases(db: Database, self: string, leased: string[], now: Date): Promise<void> {
	if (leased.length === 0) return;
	await db
		.update(mails)
		.set({ leasedUntil: later(now, leaseTime) })
		.where(and(ownLease(self), inArray(mails.id, leased)));
}

function ownLease(self: string) {
	return and(eq(mails.state, 'sending'), eq(mails.leasedBy, self));
}

/** Notes that from now on the mail server may have it; says whether this process still has the lease. */
export async function noteTransmission(db: Database, self: string, id: string, now: Date): Promise<boolean> {
	const still = await db
		.update(mails)
		.set({ transmittedAt: now, leasedUntil: later(now, leaseTime) })
		.where(and(ownLease(self), eq(mails.id, id)))
		.returning({ id: mails.id });
	return still.length > 0;
}

export type MailChange = Partial<Pick<Mail, 'attempts' | 'unsure' | 'answer'>>;

/** Ends the lease; the mail is tried again when it is due. */
export async function putBack(db: Database, self: string, id: string, dueAt: Date, change: MailChange = {}): Promise<void> {
	await db
		.update(mails)
		.set({ ...change, state: 'waiting', dueAt, leasedBy: null, leasedUntil: null, transmittedAt: null })
		.where(and(ownLease(self), eq(mails.id, id)));
}

/** Ends the lease of a mail that is done with; its secret and its address are forgotten. */
export async function settle(
	db: Database,
	self: string,
	id: string,
	state: 'sent' | 'failed' | 'dropped',
	now: Date,
	change: MailChange = {}
): Promise<void> {
	await db
		.update(mails)
		.set({ ...change, state, doneAt: now, leasedBy: null, leasedUntil: null, secret: null, address: null })
		.where(and(ownLease(self), eq(mails.id, id)));
}

/** Mail whose lease has expired. */
export async function expiredLeases(db: Database, now: Date): Promise<Mail[]> {
	return db
		.select()
		.from(mails)
		.where(and(eq(mails.state, 'sending'), lt(mails.leasedUntil, now)));
}

/** Takes over an expired lease, if nobody has renewed or taken it since it was seen. */
export async function takeOver(db: Database, self: string, seen: Mail, now: Date): Promise<boolean> {
	const { id, leasedBy, leasedUntil } = seen;
	if (!leasedBy || !leasedUntil) return false;
	const taken = await db
		.update(mails)
		.set({ leasedBy: self, leasedUntil: later(now, leaseTime) })
		.where(and(ownLease(leasedBy), eq(mails.id, id), sql`${mails.leasedUntil} = ${leasedUntil.toISOString()}`))
		.returning({ id: mails.id });
	return taken.length > 0;
}
