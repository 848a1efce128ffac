import { sql } from 'drizzle-orm';
import type { DomainEvent, Envelope } from '#lib/model/events.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import type { Transaction } from '../db/client.ts';
import { recordAll } from '../events/record.ts';

/** What somebody's own pages hear. */
export interface ForPerson {
	personId: string;
	event: DomainEvent;
}

/**
 * Records events in people's own streams, within the transaction that changes what they tell of. The streams are locked in
 * one order first, so that two that take something back from the same people wait for each other and not in a circle.
 * @returns the events, to be handed to the feed after the commit
 */
export async function recordForPeople(
	tx: Transaction,
	events: ForPerson[],
	{ actorId, at }: { actorId: string | null; at: Date }
): Promise<Envelope[]> {
	if (events.length === 0) return [];
	const streams = [...new Set(events.map(({ personId }) => streamOfPerson(personId)))];
	await tx.execute(sql`select from streams where id = any(${sql.param(streams)}::text[]) order by id for no key update`);
	const recorded = await recordAll(
		tx,
		events.map(({ personId, event }) => ({ stream: streamOfPerson(personId), actorId, at, event }))
	);
	return recorded.filter((event) => event !== null);
}
