import { sql } from 'drizzle-orm';
import { foremost, type PersonTag } from '#lib/model/people/tags.ts';
import type { Database, Transaction } from '../db/client.ts';
import { asActors } from './as-actors.ts';

/** People by id, as what they were at a moment; who is in no network then is shown as one who reads along. */
export async function tagsOf(db: Database | Transaction, ids: Iterable<string>, at: Date): Promise<Map<string, PersonTag>> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return new Map();
	const people = await asActors(db, at, sql`people.id = any(${sql.param(wanted)}::uuid[])`);
	return new Map(
		people.map(({ id, name, memberships }) => {
			const { city, role, expertKind } = foremost(memberships) ?? { city: null, role: 'reader', expertKind: null };
			return [id, { id, name, city, role, expertKind }];
		})
	);
}
