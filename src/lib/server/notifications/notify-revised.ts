import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { DomainEvent } from '#lib/model/events.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { notifications } from '../db/schema/notifications.ts';
import { record } from '../events/record.ts';
import type { Services } from '../services.ts';

/**
 * Notifies the open pages of people who were notified of a place that its text is another now. It runs after the commit
 * that changed it; nothing depends on it, because a page that is loaded reads what is there.
 */
export async function notifyRevised({ db, clock, feed, log }: Services, stream: string, seq: number): Promise<void> {
	try {
		const notified = await db
			.select({ id: notifications.id, personId: notifications.personId })
			.from(notifications)
			.where(
				and(
					eq(notifications.stream, stream),
					eq(notifications.seq, seq),
					isNotNull(notifications.arrived),
					isNull(notifications.withdrawnAt)
				)
			);
		for (const { id, personId } of notified) {
			const event: DomainEvent = { name: 'notification.revised', payload: { ids: [id] } };
			feed.wake([await record(db, { stream: streamOfPerson(personId), actorId: null, at: clock.now(), event })]);
		}
	} catch (err) {
		log.warn({ err }, 'open inboxes were not notified that a text changed');
	}
}
