import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { visitor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { Envelope } from '#lib/model/events.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { asActors } from '../access/as-actors.ts';
import type { Transaction } from '../db/client.ts';
import { notifications } from '../db/schema/notifications.ts';
import { recordAll, type Recording } from '../events/record.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { entryColumns, ofWaitingKind, placeless, willWait, type EntryRow } from './entry-rows.ts';
import { openPersonStreams } from './person-streams.ts';

/** Brings notifications that are committed to the streams of their people. */
export interface Delivery {
	/** Something is there to be delivered; whoever waits for it to be done may. */
	due(): Promise<void>;
	/** From now on what a crash left behind is found, also that of other processes. */
	start(): void;
	stop(): Promise<void>;
}

type Pending = EntryRow & { personId: string };

/** Delivered in one transaction at most. */
const most = 200;

export const deliveryOf = memoPer((services: Services): Delivery => {
	let again = false;
	let working: Promise<void> | undefined;
	let ticking: NodeJS.Timeout | undefined;

	async function work(): Promise<void> {
		while (again) {
			again = false;
			await deliverAll(services).catch((err: unknown) =>
				services.log.warn({ err }, 'notifications could not be delivered; the next look does it')
			);
		}
	}

	function due(): Promise<void> {
		again = true;
		working ??= work().finally(() => (working = undefined));
		return working;
	}

	return {
		due,
		start() {
			void due();
			ticking = setInterval(() => void due(), 10_000);
			ticking.unref();
		},
		async stop() {
			clearInterval(ticking);
			await working;
		}
	};
});

async function deliverAll(services: Services): Promise<void> {
	// What is hidden waits until it is shown again.
	const due = and(isNull(notifications.deliveredAt), isNull(notifications.withdrawnAt));
	for (;;) {
		const { looked, held } = await deliver(services, due);
		for (const id of held) await deliver(services, and(eq(notifications.id, id), due));
		if (looked < most) return;
	}
}

/** Ids that are `held` belong to people whose stream somebody else was writing in: alone they are waited for. */
async function deliver({ db, clock, feed, notified }: Services, which: SQL | undefined): Promise<{ looked: number; held: string[] }> {
	const now = clock.now();
	const { pending, looked, events } = await db.transaction(async (tx) => {
		const pending = await tx
			.select({ ...entryColumns, personId: notifications.personId })
			.from(notifications)
			.where(which)
			.orderBy(asc(notifications.at), asc(notifications.seq))
			.limit(most)
			.for('update', { skipLocked: true });
		const hearing = await withoutOutsiders(tx, pending, now);
		return { pending: hearing, looked: pending.length, events: hearing.length > 0 ? await recordArrivals(tx, hearing, now) : [] };
	});
	feed.wake(events.filter((event) => event !== null));
	const ids = (there: boolean) => pending.filter((_, n) => (events[n] !== null) === there).map(({ id }) => id);
	const delivered = ids(true);
	if (delivered.length > 0) notified.announce(delivered);
	return { looked, held: ids(false) };
}

/**
 * Leaves out what would tell people of a stream that they may not hear, or hear no more. What has not reached them is taken
 * away; what they were told before and is only to be told anew stays as it is, for when they come back.
 */
async function withoutOutsiders(tx: Transaction, pending: Pending[], now: Date): Promise<Pending[]> {
	if (pending.length === 0) return [];
	const ids = (of: 'personId' | 'stream') => sql.param([...new Set(pending.map((row) => row[of]))]);
	const people = new Map((await asActors(tx, now, sql`people.id = any(${ids('personId')}::uuid[])`)).map((one) => [one.id, one]));
	const heard = await tx.execute<{ id: string; audience: string[] }>(sql`
		select id, to_jsonb(audience) as audience from streams where id = any(${ids('stream')}::text[])`);
	const audiences = new Map(heard.map(({ id, audience }) => [id, audience]));
	const hears = ({ personId, stream }: Pending) => isAmong(people.get(personId) ?? visitor, audiences.get(stream) ?? []);
	const outside = (arrived: boolean) => pending.filter((row) => !hears(row) && (row.arrived !== null) === arrived).map(({ id }) => id);
	const [fresh, told] = [outside(false), outside(true)];
	if (fresh.length > 0) await tx.delete(notifications).where(inArray(notifications.id, fresh));
	if (told.length > 0) await tx.update(notifications).set({ deliveredAt: now }).where(inArray(notifications.id, told));
	return pending.filter(hears);
}

async function recordArrivals(tx: Transaction, pending: Pending[], at: Date): Promise<(Envelope | null)[]> {
	await openPersonStreams(
		tx,
		pending.map(({ personId }) => personId)
	);
	const recordings = pending.map((row): Recording => {
		const toldBefore = row.arrived !== null;
		const anew = toldBefore ? { ...row, readAt: null, doneAt: null } : row;
		const waiting = Number(willWait(anew)) - Number(row.waits);
		return {
			stream: streamOfPerson(row.personId),
			actorId: row.actorId,
			at,
			event: { name: 'notification.arrived', payload: { entry: placeless(anew), done: anew.doneAt !== null, waiting } },
			beside: { notification: row.id }
		};
	});
	return recordAll(tx, recordings, [arrived, mailedAnew]);
}

/** Part of the statement that records: what is told anew may be mailed anew. */
const mailedAnew = sql`
	delete from emailed_notifications
	using made join notifications on notifications.id = (made.beside ->> 'notification')::uuid
	where emailed_notifications.notification_id = notifications.id and notifications.arrived is not null`;

/** Part of the statement that records: what is told anew is new again. */
const arrived = sql`
	update notifications set delivered_at = made.at, arrived = made.seq,
		read_at = case when notifications.arrived is null then notifications.read_at end,
		done_at = case when notifications.arrived is null then notifications.done_at end,
		waits = (notifications.arrived is not null or notifications.done_at is null) and ${ofWaitingKind}
	from made where notifications.id = (made.beside ->> 'notification')::uuid`;
