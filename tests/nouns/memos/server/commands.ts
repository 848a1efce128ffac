import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { cityGroup, personGroup } from '#lib/model/access/groups.ts';
import type { DomainEvent } from '#lib/model/events.ts';
import { authorize } from '#lib/server/access/authorize.ts';
import { command, type Context } from '#lib/server/commands/command.ts';
import type { Transaction } from '#lib/server/db/client.ts';
import { openStream, record } from '#lib/server/events/record.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { changeAudience } from '#lib/server/threads/change-audience.ts';
import { threadToChange } from '#lib/server/threads/thread-at.ts';
import type { Memo } from '../model/memo.ts';
import { memos } from './table.ts';

const people = z.array(z.uuid()).max(20);
const title = z.string().trim().min(1).max(200);
const remindOn = z.iso.date().nullable();

/** The people of its city, and who is named. */
function audienceOf({ network, city, people }: { network: string; city: string; people: string[] }): string[] {
	return [cityGroup(network, city), ...people.map(personGroup)];
}

/** Writes a memo. */
export const writeMemo = command({
	name: 'memo.write',
	input: z.object({
		network: z.uuid(),
		city: z.string().max(20),
		title,
		people: people.default([]),
		remindOn: remindOn.default(null)
	}),
	async run(tx, { actor, commandId: id, input, now, recorded }) {
		const { network, city, title, people, remindOn } = input;
		const person = authorize(actor, 'memo.write', { network, city });
		const stream = `memo:${id}`;
		await openStream(tx, { id: stream, network, kind: 'memo', subjectId: id, audience: audienceOf({ network, city, people }) });
		await tx.insert(memos).values({ id, networkId: network, city, title, authorId: person.id, stream, writtenAt: now, remindOn });
		const payload = { id, network, city, title, remindOn };
		const event = await record(tx, { stream, actorId: person.id, at: now, event: { name: 'memo.written', payload } });
		recorded(event);
		return { id, stream, seq: event.seq };
	}
});

/** Gives a memo another title; only its author does. */
export const renameMemo = command({
	name: 'memo.rename',
	input: z.object({ id: z.uuid(), title }),
	run: (tx, context) => change(tx, context, { title: context.input.title }, { name: 'memo.renamed', payload: context.input })
});

/** Says who hears of a memo besides the people of its city; only its author does. */
export const shareMemo = command({
	name: 'memo.share',
	input: z.object({ id: z.uuid(), people }),
	async run(tx, context) {
		const { actor, input } = context;
		const [memo] = await tx.select().from(memos).where(eq(memos.id, input.id)).for('no key update');
		if (!memo) throw new NotFound();
		const { id, stream, authorId, city, networkId: network } = memo;
		authorize(actor, 'memo.change', { subject: await threadToChange(tx, actor, stream), authorId });
		const audience = audienceOf({ network, city, people: input.people });
		return { id, seq: await changeAudience(tx, context, { stream, audience }) };
	}
});

/** Says on which day the audience of a memo is reminded of it, or that it is not; only its author does. */
export const dateMemo = command({
	name: 'memo.date',
	input: z.object({ id: z.uuid(), remindOn }),
	run: (tx, context) => change(tx, context, { remindOn: context.input.remindOn }, { name: 'memo.dated', payload: context.input })
});

async function change(
	tx: Transaction,
	{ actor, input: { id }, now, recorded }: Context<{ id: string }>,
	to: Partial<Pick<Memo, 'title' | 'remindOn'>>,
	event: DomainEvent
) {
	const [memo] = await tx.select().from(memos).where(eq(memos.id, id)).for('no key update');
	if (!memo) throw new NotFound();
	const { stream, authorId } = memo;
	const person = authorize(actor, 'memo.change', { subject: await threadToChange(tx, actor, stream), authorId });
	await tx.update(memos).set(to).where(eq(memos.id, id));
	const made = await record(tx, { stream, actorId: person.id, at: now, event });
	recorded(made);
	return { id, seq: made.seq };
}
