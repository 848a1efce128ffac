import { and, eq, sql } from 'drizzle-orm';
import { usualLevel, type FollowLevel } from '#lib/model/notifications/kinds.ts';
import type { Database, Transaction } from '../db/client.ts';
import { follows } from '../db/schema/notifications.ts';
import { memoPer } from '../platform/memo.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import type { Item } from './notify.ts';

/** Asked with every post, and hardly ever otherwise than the moment before. */
const followersOn = memoPer((_: Database) => ttlCache<string[]>(2000));

const key = ({ kind, id }: Item) => `${kind} ${id}`;

/** Ids of the people who want to hear everything of an item; in another process it may take two seconds until a change is known. */
export function followersOf(db: Database, item: Item): Promise<string[]> {
	return followersOn(db)(key(item), () => followersNow(db, item));
}

/** The same as it is now, also within a transaction. */
export async function followersNow(db: Database | Transaction, item: Item): Promise<string[]> {
	const rows = await db
		.select({ id: follows.personId })
		.from(follows)
		.where(and(of(item), eq(follows.level, 'all')));
	return rows.map(({ id }) => id);
}

/** What somebody wants to be told of an item. */
export async function followLevel(db: Database, personId: string, item: Item): Promise<FollowLevel> {
	const [row] = await db
		.select({ level: follows.level })
		.from(follows)
		.where(and(eq(follows.personId, personId), of(item)));
	return row?.level ?? usualLevel;
}

/** Sets what somebody wants to be told of an item. */
export async function setFollowLevel(
	db: Database,
	personId: string,
	{ item, level, at }: { item: Item; level: FollowLevel; at: Date }
): Promise<void> {
	await db
		.insert(follows)
		.values({ personId, itemKind: item.kind, itemId: item.id, level, since: at })
		.onConflictDoUpdate({ target: [follows.personId, follows.itemKind, follows.itemId], set: { level, since: sql`excluded.since` } });
	followersOn(db).forget(key(item));
}

/** These people follow all of an item from now on, but for who chose otherwise; `forgetFollowers` after the commit. */
export async function followAll(tx: Transaction, people: readonly string[], { item, at }: { item: Item; at: Date }): Promise<void> {
	if (people.length === 0) return;
	await tx
		.insert(follows)
		.values(people.map((personId) => ({ personId, itemKind: item.kind, itemId: item.id, level: 'all' as const, since: at })))
		.onConflictDoNothing();
}

/** Somebody follows an item as usual again; `forgetFollowers` after the commit. */
export async function followAsUsual(tx: Transaction, personId: string, item: Item): Promise<void> {
	await tx.delete(follows).where(and(eq(follows.personId, personId), of(item), eq(follows.level, 'all')));
}

/** Who follows an item has changed: it is asked anew. */
export function forgetFollowers(db: Database, item: Item): void {
	followersOn(db).forget(key(item));
}

function of({ kind, id }: Item) {
	return and(eq(follows.itemKind, kind), eq(follows.itemId, id));
}
