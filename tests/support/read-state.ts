import type { Person } from '#lib/model/access/actor.ts';
import { openMeetingStream } from '#lib/server/meetings/audience.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import type { TestServices } from './database.ts';

/** Who did it, and what: said something, said something that was hidden or deleted since, or did what never counts. */
export type Happened = { own: boolean; what: 'said' | 'gone' | 'edited' };

/** A stream in which this has happened. */
export async function streamOf(
	{ db, sql }: TestServices,
	network: string,
	events: Happened[],
	own: Person,
	other: Person
): Promise<string> {
	const stream = await db.transaction((tx) => openMeetingStream(tx, { network }));
	const rows = events.map(({ own: mine, what }, n) => ({
		stream,
		seq: n + 1,
		name: what === 'edited' ? 'post.edited' : 'post.posted',
		actor_id: mine ? own.id : other.id,
		at: new Date(),
		countable: what === 'said'
	}));
	for (let n = 0; n < rows.length; n += 1000) await sql`insert into events ${sql(rows.slice(n, n + 1000))}`;
	await sql`update streams set seq = ${events.length}, spoken = ${events.some(({ what }) => what !== 'edited')} where id = ${stream}`;
	return stream;
}

/** What the page is told of what somebody has read there, and how much the counts say is unread. */
export async function stateOf(services: TestServices, person: Person, stream: string) {
	const { read, readState } = await openThread(services.db, person, { stream, locale: 'en', window: {} });
	const { [stream]: counted } = await countUnread(services, person);
	// Where nothing was said there is nothing to count.
	return { read, readState, unread: counted?.[0] ?? 0 };
}
