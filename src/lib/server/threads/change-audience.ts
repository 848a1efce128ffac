import { eq, sql } from 'drizzle-orm';
import { newcomers } from '../access/newcomers.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { streams } from '../db/schema/streams.ts';
import { record } from '../events/record.ts';
import { NotFound } from '../platform/errors.ts';
import { passOverFor } from './pass-over-before.ts';

/**
 * Changes who may hear a thread, within the command that changes it. The stream is locked until the commit, as `record`
 * locks it. For people who may hear it from now on, what was said before counts as passed over. It is recorded in the
 * stream: where each process comes to it, lines of people who may hear it no more are cut before anything later is
 * handed out. Triggers tell everybody else, and the index.
 * @param audience all the groups that may hear it, as the noun of its kind says
 * @returns the number of the event; where nothing changes, that of the last one
 * @throws NotFound when there is no such thread
 */
export async function changeAudience(
	tx: Transaction,
	{ actor, now, services, recorded, afterwards }: Pick<Context<unknown>, 'actor' | 'now' | 'services' | 'recorded' | 'afterwards'>,
	{ stream, audience }: { stream: string; audience: string[] }
): Promise<number> {
	const [thread] = await tx.select().from(streams).where(eq(streams.id, stream)).for('no key update');
	if (!thread?.networkId) throw new NotFound();
	const before = thread.audience;
	const come = audience.filter((group) => !before.includes(group));
	if (come.length === 0 && before.every((group) => audience.includes(group))) return thread.seq;
	await tx
		.update(streams)
		.set({ audience: sql`${sql.param(audience)}::text[]` })
		.where(eq(streams.id, stream));
	await passOverFor(tx, { stream, people: await newcomers(tx, { before, come, now }) });
	const event = await record(tx, {
		stream,
		actorId: actor.kind === 'person' ? actor.id : null,
		at: now,
		event: { name: 'audience.changed', payload: { audience } }
	});
	recorded(event);
	// The others are told by a trigger, and so are those here who do not follow the stream.
	afterwards(() => services.audienceChanged.announce({ stream, audience, gone: [], come: [] }));
	return event.seq;
}
