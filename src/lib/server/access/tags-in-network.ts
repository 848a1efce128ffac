import { sql } from 'drizzle-orm';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { Database } from '../db/client.ts';
import { asActors } from './as-actors.ts';
import { tagIn } from './tag-in.ts';

/** People as what they are in a network now; who is not of it any more is shown as one who reads along, and null is nobody. */
export async function tagsInNetwork(
	db: Database,
	network: string,
	ids: readonly (string | null)[],
	now: Date
): Promise<(id: string | null) => PersonTag | null> {
	const known = [...new Set(ids.filter((id) => id !== null))];
	const actors = known.length > 0 ? await asActors(db, now, sql`people.id = any(${sql.param(known)}::uuid[])`) : [];
	const tags = new Map(
		actors.map((one): [string, PersonTag] => [
			one.id,
			one.memberships.some((held) => held.network === network)
				? tagIn(one, network)
				: { id: one.id, name: one.name, city: null, role: 'reader', expertKind: null }
		])
	);
	return (id) => (id === null ? null : (tags.get(id) ?? null));
}
