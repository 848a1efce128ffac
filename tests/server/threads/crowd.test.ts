import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { readStates } from '#lib/server/db/schema/streams.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, test as base } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork, type SmallNetwork } from '../../support/thread.ts';

const test = base.extend<{ network: SmallNetwork; crowd: Person[]; say: (person: Person) => Promise<unknown> }>({
	network: async ({ services }, use) => use(await smallNetwork(services)),
	crowd: async ({ network }, use) => {
		const people: Person[] = [];
		for (let n = 0; n < 12; n += 1) people.push(await network.person(`Reader ${n}`));
		await use(people);
	},
	say: async ({ services, network }, use) =>
		use((person) =>
			postMessage(services, person, { commandId: randomUUID(), stream: network.stream, doc: saying('A word'), lang: 'en' })
		)
});

test('those who count in the same moment are each told what they have not read, their own words not among it', async ({
	services,
	network: { stream },
	crowd,
	say
}) => {
	const [author, other, ...readers] = crowd as [Person, Person, ...Person[]];
	for (let n = 0; n < 6; n += 1) await say(n % 3 === 0 ? other : author);
	for (const [n, reader] of readers.entries()) {
		if (n > 0) await markRead(services, reader, { read: [{ stream, seq: Math.min(n, 6) }] });
	}
	const counts = await Promise.all(crowd.map((person) => countUnread(services, person)));
	expect(counts.map((count) => count[stream])).toEqual([[2, 6], [4, 6], ...readers.map((_, n) => [Math.max(0, 6 - n), 6])]);
	for (const [n, person] of crowd.entries()) expect(await countUnread(services, person)).toEqual(counts[n]);
});

test('who wrote among what is counted no further is counted for alone', async ({ services, network: { stream }, crowd, say }) => {
	const [author, other, reader] = crowd as [Person, Person, Person];
	await Promise.all(Array.from({ length: 20 }, () => say(author)));
	await Promise.all(Array.from({ length: 90 }, () => say(other)));
	const counted = await Promise.all([author, other, reader].map((person) => countUnread(services, person)));
	expect(counted.map((count) => count[stream])).toEqual([
		[90, 110],
		[20, 110],
		[100, 110]
	]);
});

test('who belongs nowhere is told of nothing, and marks nothing', async ({ services, network: { stream }, crowd, say }) => {
	const [author, reader] = crowd as [Person, Person];
	await say(author);
	const outside = { ...reader, memberships: [] };
	const [inside, nothing] = await Promise.all([countUnread(services, reader), countUnread(services, outside)]);
	expect([inside, nothing]).toEqual([{ [stream]: [1, 1] }, {}]);
	await Promise.all([outside, author].map((person) => markRead(services, person, { read: [{ stream, seq: 1 }] })));
	expect(await services.db.select().from(readStates)).toMatchObject([{ personId: author.id, read: '{[1,2)}' }]);
});

test('marks made in the same moment are all kept, the furthest of each, and no further than the thread', async ({
	services,
	network: { stream },
	crowd,
	say
}) => {
	const [author] = crowd as [Person];
	for (let n = 0; n < 3; n += 1) await say(author);
	const marks = crowd.flatMap((person, n) => [
		markRead(services, person, { read: [{ stream, seq: 1 + (n % 9) }] }),
		markRead(services, person, {
			read: [
				{ stream, seq: 1 },
				{ stream: 'meeting:none', seq: 5 }
			]
		})
	]);
	await Promise.all(marks);
	for (const [n, { id }] of crowd.entries()) {
		const kept = await services.db.select().from(readStates).where(eq(readStates.personId, id));
		// The author's words lie beside what they read, and are never unread for them.
		const last = n === 0 ? 3 : Math.min(3, 1 + (n % 9));
		expect(kept).toMatchObject([{ stream, read: `{[1,${last + 1})}` }]);
	}
});

test('one who cannot be written for takes nobody along', async ({ services, network: { stream }, crowd, say }) => {
	const [author, reader] = crowd as [Person, Person];
	await say(author);
	const gone = { ...reader, id: randomUUID() };
	const outcomes = await Promise.allSettled(
		[author, gone, reader].map((person) => markRead(services, person, { read: [{ stream, seq: 1 }] }))
	);
	expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
