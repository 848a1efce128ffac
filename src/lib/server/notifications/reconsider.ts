import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Envelope } from '#lib/model/events.ts';
import { strongest, type NotificationKind } from '#lib/model/notifications/kinds.ts';
import type { Transaction } from '../db/client.ts';
import { notifications } from '../db/schema/notifications.ts';
import { presentEntry, willWait } from './entry-rows.ts';
import type { Recipient } from './notify.ts';
import { recordForPeople, type ForPerson } from './record-for-people.ts';
import { droppedBy, toldOf, type ChangedPlace } from './withdraw.ts';

/**
 * A reason for which people were told of a place is gone: each is told of it for the reason that is left, without being told
 * anew, or not at all. Within the transaction that takes the reason away.
 * @param lost whom the reason reached that is gone, and which it was
 * @param left who is told of the place as it is now
 * @returns the events, to be handed to the feed after the commit
 */
export async function reconsider(
	tx: Transaction,
	place: ChangedPlace,
	{ lost, left }: { lost: { people: string[]; kind: NotificationKind }; left: Recipient[] }
): Promise<Envelope[]> {
	const kinds = new Map(left.map(({ id, kind }) => [id, kind]));
	const which = and(
		isNull(notifications.withdrawnAt),
		eq(notifications.kind, lost.kind),
		sql`${notifications.personId} = any(${sql.param(lost.people)}::uuid[])`
	);
	const events: ForPerson[] = [];
	for (const row of await toldOf(tx, place, which)) {
		const kind = kinds.get(row.personId);
		const one = inArray(notifications.id, [row.id]);
		if (!kind) {
			await tx.delete(notifications).where(one);
			if (row.arrived !== null) events.push(droppedBy(row));
		} else if (strongest([kind, row.kind]) !== kind) {
			const weaker = { ...row, kind };
			const waits = row.arrived !== null && willWait(weaker);
			await tx.update(notifications).set({ kind, waits }).where(one);
			if (row.arrived !== null) {
				const change = {
					entries: [presentEntry(weaker)],
					done: row.doneAt ? [row.id] : [],
					waiting: Number(waits) - Number(row.waits)
				};
				events.push({ personId: row.personId, event: { name: 'notification.changed', payload: change } });
			}
		}
	}
	return recordForPeople(tx, events, { actorId: place.actorId, at: place.now });
}
