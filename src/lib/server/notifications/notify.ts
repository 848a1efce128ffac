import { sql, type SQL } from 'drizzle-orm';
import type { ItemKind, NotificationKind } from '#lib/model/notifications/kinds.ts';
import { notificationKinds } from '#lib/model/notifications/kinds.ts';
import type { Database, Transaction } from '../db/client.ts';
import { addressees } from './recipients.ts';

export interface Item {
	kind: ItemKind;
	id: string;
}

/** Somebody, and why something is addressed to them. */
export interface Addressee {
	id: string;
	kind: NotificationKind;
}

/** A place that people are to be told of, and by whom it came about. */
export interface Told {
	network: string;
	item: Item;
	stream: string;
	seq: number;
	actor: string | null;
	at: Date;
}

/**
 * Tells people of a place, within the transaction that makes it; they hear of it once that is committed and `deliver` is
 * called. Left out are the actor, who may not hear the stream, and who wants to hear nothing of it. One telling a person
 * and place: a stronger reason that comes later is told anew, the same or a weaker one is not; a reminder always is.
 * @returns whether there is something to deliver
 */
export async function address(tx: Transaction, told: Told & { people: Addressee[] }): Promise<boolean> {
	const { network, item, stream, seq, actor, at } = told;
	const people = await addressees(tx, told);
	if (people.length === 0) return false;
	const rows = await tx.execute(sql`
		insert into notifications (person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at)
		select (one ->> 'id')::uuid, ${network}, one ->> 'kind', ${item.kind}, ${item.id}, ${stream}, ${seq}, ${actor}::uuid, ${at.toISOString()}::timestamptz
		from jsonb_array_elements(${JSON.stringify(people)}::jsonb) one
		on conflict on constraint notifications_once do update
		set kind = excluded.kind, actor_id = excluded.actor_id, at = excluded.at, delivered_at = null
		where excluded.kind = 'reminder' or ${strength('excluded.kind')} < ${strength('notifications.kind')}
		returning id`);
	return rows.length > 0;
}

const strength = (column: string): SQL => sql.raw(`array_position(array['${notificationKinds.join(`', '`)}'], ${column})`);

/** Beside what is recorded, for `addressed`. */
export interface AddressBeside {
	network: string;
	item: Item;
	people: Addressee[];
}

/** Who is told of what is about to be recorded; null when nobody is, and the statement needs no part for it. */
export async function addressBeside(
	db: Database | Transaction,
	{ network, item, ...told }: Pick<Told, 'network' | 'item' | 'stream' | 'actor' | 'at'> & { people: Addressee[] }
): Promise<AddressBeside | null> {
	const people = await addressees(db, { item, ...told });
	return people.length > 0 ? { network, item, people } : null;
}

/** Part of a statement that records (see `recordAll`): tells those who stand as `address` beside what is recorded. */
export const addressed: SQL = sql`
	insert into notifications (person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at)
	select (one ->> 'id')::uuid, (beside #>> '{address,network}')::uuid, one ->> 'kind',
		beside #>> '{address,item,kind}', (beside #>> '{address,item,id}')::uuid, stream, seq, actor, at
	from made cross join lateral jsonb_array_elements(beside #> '{address,people}') one`;
