import type { Database, Transaction } from './client.ts';
import { kinds as kindRows } from './schema/kinds.ts';
import { mailKinds } from './schema/mail.ts';

/** Makes the kinds known to the database that streams, notifications, follows, files, search and reminders refer to. */
export async function fillKinds(db: Database | Transaction, kinds: readonly string[]): Promise<void> {
	if (kinds.length === 0) return;
	await db
		.insert(kindRows)
		.values(kinds.map((kind) => ({ kind })))
		.onConflictDoNothing();
}

/** Makes the kinds of email known to the database that mails refer to. */
export async function fillMailKinds(db: Database | Transaction, kinds: readonly string[]): Promise<void> {
	if (kinds.length === 0) return;
	await db
		.insert(mailKinds)
		.values(kinds.map((kind) => ({ kind })))
		.onConflictDoNothing();
}
