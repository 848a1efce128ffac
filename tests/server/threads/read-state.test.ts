import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { Forbidden, Invalid } from '#lib/server/platform/errors.ts';
import { visitor } from '#lib/model/access/actor.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { type Range } from '#lib/model/threads/ranges.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { talk } from '../../support/discussion.ts';
import { smallNetwork } from '../../support/thread.ts';
import { stateOf, streamOf, type Happened } from '../../support/read-state.ts';

test('many who mark at the same time all have what they read, each their own', async ({ services }) => {
	const { network, ilze, say } = await talk(services);
	for (let n = 0; n < 5; n += 1) await say(ilze);
	const readers = await Promise.all(Array.from({ length: 40 }, (_, n) => network.person(`Reader ${n}`)));
	const { stream } = network;
	await Promise.all(
		readers.flatMap((reader, n) => [
			markRead(services, reader, { read: [{ stream, read: [[1, 1]], jumped: [] }] }),
			markRead(services, reader, { read: [{ stream, read: [[3, n % 2 ? 3 : 4]], jumped: [] }] })
		])
	);
	for (const [n, reader] of readers.entries()) {
		const ranges = [
			[1, 1],
			[3, n % 2 ? 3 : 4]
		];
		expect(await stateOf(services, reader, stream)).toMatchObject({ readState: { read: ranges }, unread: n % 2 ? 3 : 2 });
	}
});

test('those who count in the same moment are each told what they have not read, their own words not among it', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const { stream } = network;
	for (let n = 0; n < 6; n += 1) await say(n % 3 === 0 ? rui : ilze);
	const readers = await Promise.all(Array.from({ length: 8 }, (_, n) => network.person(`Reader ${n}`)));
	for (const [n, reader] of readers.entries()) {
		const read: Range[] =
			n < 4
				? [[1, n + 1]]
				: [
						[2, 2],
						[5, 5]
					];
		await markRead(services, reader, { read: [{ stream, read, jumped: n === 7 ? [[1, 1]] : [] }] });
	}
	const crowd = [ilze, rui, ...readers, { ...ilze, suspended: true }, await network.person('Foreign', { network: randomUUID() })];
	const counts = await Promise.all(crowd.map((person) => countUnread(services, person)));
	expect(counts.map((count) => count[stream]?.[0])).toEqual([2, 4, 5, 4, 3, 2, 4, 4, 4, 3, undefined, undefined]);
	for (const [n, person] of crowd.entries()) expect(await countUnread(services, person)).toEqual(counts[n]);
	expect(counts[6]).toBe(counts[7]);
});

test('holes far from one another are counted as those side by side', async ({ services }) => {
	const network = await smallNetwork(services);
	const [me, other] = [await network.person('Ilze'), await network.person('Rui')];
	const events = Array.from({ length: 6000 }, (): Happened => ({ own: false, what: 'said' }));
	const stream = await streamOf(services, network.id, events, me, other);
	await markRead(services, me, {
		read: [
			{
				stream,
				read: [
					[1, 10],
					[15, 5500],
					[5508, 5990]
				] as Range[],
				jumped: []
			}
		]
	});
	expect(await stateOf(services, me, stream)).toMatchObject({ unread: 4 + 7 + 10, read: 10 });
});

test('one number of before means all up to it; what was jumped over is read when somebody goes back', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	for (let n = 0; n < 6; n += 1) await say(ilze);
	const { stream } = network;
	await markRead(services, rui, { read: [{ stream, read: [[6, 6]], jumped: [[1, 5]] }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({ read: 6, readState: { jumped: [[1, 5]] }, unread: 0 });
	await markRead(services, rui, { read: [{ stream, read: [[2, 2]], jumped: [] }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({
		readState: {
			jumped: [
				[1, 1],
				[3, 5]
			]
		}
	});
	await markRead(services, rui, { read: [{ stream, read: [], jumped: [[2, 2]] }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({
		readState: {
			jumped: [
				[1, 1],
				[3, 5]
			]
		}
	});
	await markRead(services, rui, { read: [{ stream, seq: 4 }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({
		readState: {
			read: [
				[1, 4],
				[6, 6]
			],
			jumped: [[5, 5]]
		}
	});
	await markRead(services, rui, { read: [{ stream, seq: 99 }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({ readState: { read: [[1, 6]], jumped: [] } });
	await say(ilze);
	expect(await stateOf(services, rui, stream)).toMatchObject({ read: 6, unread: 1 });
});

test('what was hidden when somebody read on is unread when it comes back; what was deleted is not counted', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const lead = await network.person('Marek', { role: 'lead', city: null });
	const { stream } = network;
	await say(ilze);
	const [hidden, deleted] = [await say(ilze), await say(ilze)];
	await say(ilze);
	const with_ = (id: string) => ({ commandId: randomUUID(), id });
	await hidePost(services, lead, { ...with_(hidden.id), reason: 'Not here' });
	await deletePost(services, ilze, with_(deleted.id));
	await markRead(services, rui, {
		read: [
			{
				stream,
				read: [
					[1, 1],
					[4, 4]
				] as Range[],
				jumped: []
			}
		]
	});
	expect(await stateOf(services, rui, stream)).toMatchObject({ unread: 0 });
	await restorePost(services, lead, with_(hidden.id));
	expect(await stateOf(services, rui, stream)).toMatchObject({ unread: 1, read: 1 });
});

test('an early hole brings the page back to it; what is read after it is not shown as new', async ({ services }) => {
	const { network, ilze, rui, say, answers, open } = await talk(services);
	await say(ilze);
	await answers(8, 1, ilze);
	const { seq } = await say(ilze);
	await markRead(services, rui, {
		read: [
			{
				stream: network.stream,
				read: [
					[1, 1],
					[3, 8],
					[10, seq]
				] as Range[],
				jumped: []
			}
		]
	});
	const { places, folded } = await open(rui, { from: 1 });
	// Those up to the first that is new are shown, as far back as the second.
	expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, seq]);
	expect(folded ?? []).toEqual([]);
	await markRead(services, rui, { read: [{ stream: network.stream, read: [[2, 2]], jumped: [] }] });
	expect((await open(rui, { from: 1 })).places).toEqual([1, 7, 8, 9, seq]);
});

test.each([
	['reversed', [{ stream: 'x', read: [[4, 2]], jumped: [] }]],
	['from nothing', [{ stream: 'x', read: [[0, 2]], jumped: [] }]],
	['no end', [{ stream: 'x', read: [[1]], jumped: [] }]],
	['words', [{ stream: 'x', read: 'all', jumped: [] }]],
	['nothing', [{ stream: 'x' }]]
])('marks that make no sense are refused: %s', async (_, read) => {
	const reader = { kind: 'person', id: randomUUID(), memberships: [] } as unknown as Person;
	await expect(markRead({} as TestServices, reader, { read })).rejects.toThrow(Invalid);
	await expect(markRead({} as TestServices, visitor, { read: [] })).rejects.toThrow(Forbidden);
});
