import { sql, type SQL } from 'drizzle-orm';
import { notificationKinds, type ItemKind, type NotificationKind } from '#lib/model/notifications/kinds.ts';
import type { Database, Transaction } from '../db/client.ts';
import { recipientsOf } from './recipients.ts';

export interface Item {
	kind: ItemKind;
	id: string;
}

/** Somebody who is notified, and why. */
export interface Recipient {
	id: string;
	kind: NotificationKind;
}

/** A place that people are notified of, and who brought it about. */
export interface NotificationTarget {
	network: string;
	item: Item;
	stream: string;
	seq: number;
	actor: string | null;
	at: Date;
}

/**
 * Notifies people of a place, within the transaction that makes it; they hear of it once that is committed and `deliver` is
 * called. Left out are the actor, who may not hear the stream, and who wants to hear nothing of it. One notification a person
 * and place: a stronger reason that comes later is notified anew, the same or a weaker one is not; a reminder
 * and what a lead did to one's own words always are.
 * @returns whether there is something to deliver
 */
export async function notify(tx: Transaction, target: NotificationTarget & { people: Recipient[] }): Promise<boolean> {
	const { network, item, stream, seq, actor, at } = target;
	const people = await recipientsOf(tx, target);
	if (people.length === 0) return false;
	const rows = await tx.execute(sql`
		insert into notifications (person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at)
		select (one ->> 'id')::uuid, ${network}, one ->> 'kind', ${item.kind}, ${item.id}, ${stream}, ${seq}, ${actor}::uuid,
			${at.toISOString()}::timestamptz
		from jsonb_array_elements(${JSON.stringify(people)}::jsonb) one
		on conflict on constraint notifications_once do update
		set kind = excluded.kind, actor_id = excluded.actor_id, at = excluded.at, delivered_at = null
		where excluded.kind in ('reminder', 'moderation') or ${strength('excluded.kind')} < ${strength('notifications.kind')}
		returning id`);
	return rows.length > 0;
}

const strength = (column: string): SQL => sql.raw(`array_position(array['${notificationKinds.join(`', '`)}'], ${column})`);

/** What `notified` reads beside what is recorded. */
export interface NotifyBeside {
	network: string;
	item: Item;
	people: Recipient[];
}

/** Who is notified of what is about to be recorded; null when nobody is, and the statement needs no part for it. */
export async function notifyBeside(
	db: Database | Transaction,
	{ network, item, ...target }: Pick<NotificationTarget, 'network' | 'item' | 'stream' | 'actor' | 'at'> & { people: Recipient[] }
): Promise<NotifyBeside | null> {
	const people = await recipientsOf(db, { item, ...target });
	return people.length > 0 ? { network, item, people } : null;
}

/** Part of a statement that records (see `recordAll`): notifies the people listed as `notify` beside what is recorded. */
export const notified: SQL = sql`
	insert into notifications (person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at)
	select (one ->> 'id')::uuid, (beside #>> '{notify,network}')::uuid, one ->> 'kind',
		beside #>> '{notify,item,kind}', (beside #>> '{notify,item,id}')::uuid, stream, seq, actor, at
	from made cross join lateral jsonb_array_elements(beside #> '{notify,people}') one`;
