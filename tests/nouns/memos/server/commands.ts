import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { cityGroup, personGroup } from '#lib/model/access/groups.ts';
import { authorize } from '#lib/server/access/authorize.ts';
import { command } from '#lib/server/commands/command.ts';
import { openStream, record } from '#lib/server/events/record.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { threadAt } from '#lib/server/threads/thread-at.ts';
import { memos } from './table.ts';

const title = z.string().trim().min(1).max(200);

/** Writes a memo; its audience are the people of its city, and who is named. */
export const writeMemo = command({
	name: 'memo.write',
	input: z.object({ network: z.uuid(), city: z.string().max(20), title, people: z.array(z.uuid()).max(20).default([]) }),
	async run(tx, { actor, commandId: id, input: { network, city, title, people }, now, recorded }) {
		const person = authorize(actor, 'memo.write', { network, city });
		const stream = `memo:${id}`;
		const audience = [cityGroup(network, city), ...people.map(personGroup)];
		await openStream(tx, { id: stream, network, kind: 'memo', subjectId: id, audience });
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
