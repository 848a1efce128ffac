import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { cityGroup, personGroup } from '#lib/model/access/groups.ts';
import { authorize } from '#lib/server/access/authorize.ts';
import { command } from '#lib/server/commands/command.ts';
import { openStream, record } from '#lib/server/events/record.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { changeAudience } from '#lib/server/threads/change-audience.ts';
import { threadAt } from '#lib/server/threads/thread-at.ts';
import { memos } from './table.ts';

const people = z.array(z.uuid()).max(20);
const title = z.string().trim().min(1).max(200);

/** The people of its city, and who is named. */
function audienceOf({ network, city, people }: { network: string; city: string; people: string[] }): string[] {
	return [cityGroup(network, city), ...people.map(personGroup)];
}

/** Writes a memo. */
export const writeMemo = command({
	name: 'memo.write',
	input: z.object({ network: z.uuid(), city: z.string().max(20), title, people: people.default([]) }),
	async run(tx, { actor, commandId: id, input: { network, city, title, people }, now, recorded }) {
		const person = authorize(actor, 'memo.write', { network, city });
		const stream = `memo:${id}`;
		await openStream(tx, { id: stream, network, kind: 'memo', subjectId: id, audience: audienceOf({ network, city, people }) });
		await tx.insert(memos).values({ id, networkId: network, city, title, authorId: person.id, stream, writtenAt: now });
		const event = await record(tx, { stream, actorId: person.id, at: now, event: { name: 'memo.written', payload: { id, title } } });
		recorded(event);
		return { id, stream, seq: event.seq };
	}
});

/** Gives a memo another title; only its author does. */
export const renameMemo = command({
	name: 'memo.rename',
	input: z.object({ id: z.uuid(), title }),
	async run(tx, { actor, input: { id, title }, now, services, recorded }) {
		const [memo] = await tx.select().from(memos).where(eq(memos.id, id)).for('no key update');
		if (!memo) throw new NotFound();
		const { stream, authorId } = memo;
		const person = authorize(actor, 'memo.rename', { subject: await threadAt(services.db, actor, stream), authorId });
		await tx.update(memos).set({ title }).where(eq(memos.id, id));
		const event = await record(tx, { stream, actorId: person.id, at: now, event: { name: 'memo.renamed', payload: { id, title } } });
		recorded(event);
		return { id, seq: event.seq };
	}
});

/** Says who hears of a memo besides the people of its city; only its author does. */
export const shareMemo = command({
	name: 'memo.share',
	input: z.object({ id: z.uuid(), people }),
	async run(tx, context) {
		const { actor, input, now, services, recorded } = context;
		const [memo] = await tx.select().from(memos).where(eq(memos.id, input.id)).for('no key update');
		if (!memo) throw new NotFound();
		const { id, stream, authorId, city, networkId: network } = memo;
		const person = authorize(actor, 'memo.share', { subject: await threadAt(services.db, actor, stream), authorId });
		await changeAudience(tx, context, { stream, audience: audienceOf({ network, city, people: input.people }) });
		const event = await record(tx, { stream, actorId: person.id, at: now, event: { name: 'memo.shared', payload: { id } } });
		recorded(event);
		return { id, seq: event.seq };
	}
});
