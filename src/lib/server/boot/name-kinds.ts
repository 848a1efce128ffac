import type { ListedNoun } from '#lib/model/noun.ts';
import type { Database, Transaction } from '../db/client.ts';
import { fillKinds, fillMailKinds } from '../db/kinds.ts';
import type { ServerNoun } from '../noun.ts';

/** Tells the database all that its rows may name: the kinds of things and of emails that the nouns bring. */
export async function nameKinds(db: Database | Transaction, model: readonly ListedNoun[], server: readonly ServerNoun[]): Promise<void> {
	await fillKinds(
		db,
		model.flatMap(({ kinds }) => kinds ?? [])
	);
	await fillMailKinds(
		db,
		server.flatMap(({ emails }) => Object.keys(emails ?? {}))
	);
}
