import { and, eq, isNotNull } from 'drizzle-orm';
import type { DomainEvent } from '#lib/model/events.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { notifications } from '../db/schema/notifications.ts';
import { record } from '../events/record.ts';
import type { Services } from '../platform/services.ts';

/**
 * Tells the open pages of those who were told of a place that there is something else to read there now, after the commit
 * that changed it. Whoever loads a page reads what is there anyway, so nothing depends on it.
 */
export async function tellRevised({ db, clock, feed, log }: Services, stream: string, seq: number): Promise<void> {
	try {
		const told = await db
			.select({ id: notifications.id, personId: notifications.personId })
			.from(notifications)
			.where(and(eq(notifications.stream, stream), eq(notifications.seq, seq), isNotNull(notifications.arrived)));
		for (const { id, personId } of told) {
			const event: DomainEvent = { name: 'notification.revised', payload: { ids: [id] } };
			feed.wake([await record(db, { stream: streamOfPerson(personId), actorId: null, at: clock.now(), event })]);
		}
	} catch (err) {
		log.warn({ err }, 'open inboxes were not told that a text changed');
	}
}
