import { randomUUID } from 'node:crypto';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import { answersBefore } from '#lib/server/threads/find-post.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { talk } from '../../support/discussion.ts';
import { saying } from '../../support/saying.ts';

const long = saying('A word. '.repeat(2000));
/** As heavy as a post can be made by marks: a little text, more than a page of data. */
const monster: Doc = {
	type: 'doc',
	content: Array.from({ length: 3000 }, () => ({
		type: 'paragraph',
		content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'italic' }] }]
	}))
};

async function heavy(services: TestServices) {
	const talking = await talk(services);
	const { network, rui } = talking;
	const say = (doc: Doc, replyTo: number | null = null) =>
		postMessage(services, rui, { commandId: randomUUID(), stream: network.stream, doc, lang: 'en', replyTo });
	return { ...talking, say };
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const bytes = (posts: Post[]) => JSON.stringify(posts.map(({ doc }) => doc)).length;
const lastBeginning = (posts: Post[]) => posts.findLast(({ root }) => root === null)?.seq;
const inOrder = (seen: Iterable<number>) => [...new Set(seen)].sort((a, b) => a - b);

test('a page of long messages is full at 300 kB, and all of them are come to, forwards and backwards', async ({ services }) => {
	const { ilze, rui, read, open, say } = await heavy(services);
	for (let n = 0; n < 70; n += 1) await say(long);
	const forwards: number[][] = [];
	for (let page = await open(ilze); ; page = await open(ilze, { from: lastBeginning(page.posts) })) {
		expect(bytes(page.posts)).toBeLessThan(340_000);
		expect(page.places).toEqual(upTo(70).slice((page.places[0] ?? 0) - 1, page.places.at(-1)));
		forwards.push(page.places);
		if (!page.later) break;
	}
	expect(inOrder(forwards.flat())).toEqual(upTo(70));
	expect(forwards.length).toBeLessThan(8);

	await read(ilze, 70);
	const backwards: number[][] = [];
	for (let page = await open(ilze); ; page = await open(ilze, { before: page.places[0] })) {
		expect(bytes(page.posts)).toBeLessThan(340_000);
		backwards.push(page.places);
		if (!page.earlier) break;
	}
	// Pages that go back do not overlap: what is on one is on no other.
	expect(backwards.toReversed().flat()).toEqual(upTo(70));

	const around = await open(rui, { from: 40 });
	expect([around.places.includes(40), around.places.includes(39), around.places.includes(41)]).toEqual([true, true, true]);
	expect([around.earlier, around.later, bytes(around.posts) < 340_000]).toEqual([true, true, true]);
	// What comes after a wanted message has more room than what stands before it.
	expect(around.places.filter((seq) => seq > 40).length).toBeGreaterThan(around.places.filter((seq) => seq < 40).length);
});

test('of long answers the newest come, the others are folded and come when they are asked for, with the wanted one among them', async ({
	services
}) => {
	const { network, ilze, read, open, say } = await heavy(services);
	for (let n = 0; n < 3; n += 1) await say(long);
	for (let n = 0; n < 60; n += 1) await say(long, 2);
	await say(long);
	await read(ilze, 64);
	const shown = (posts: Post[]) => posts.filter(({ root }) => root === 2).map(({ seq }) => seq);
	const seen = new Set<number>();
	for (let page = await open(ilze, { unfold: 20 }); ; page = await open(ilze, { unfold: page.within })) {
		expect(bytes(page.posts)).toBeLessThan(400_000);
		const places = shown(page.posts);
		if (seen.size === 0) expect(places).toContain(20);
		else expect(seen.has(places[0] ?? 0)).toBe(true);
		places.forEach((seq) => seen.add(seq));
		if (page.within === undefined) break;
		expect([page.within, page.later]).toEqual([places.at(-1), true]);
	}
	expect(inOrder(seen).at(-1)).toBe(63);
	for (let [first] = inOrder(seen); first !== undefined && first > 4; [first] = inOrder(seen)) {
		const before = await answersBefore(services.db, ilze, { stream: network.stream, root: 2, before: first, limit: 50 });
		expect(bytes(before)).toBeLessThan(340_000);
		expect(before.at(-1)?.seq).toBe(first - 1);
		before.forEach(({ seq }) => seen.add(seq));
	}
	expect(inOrder(seen)).toEqual(Array.from({ length: 60 }, (_, n) => n + 4));
});

test('a message heavier than a page still comes, and is gone on from', async ({ services }) => {
	const { network, ilze, read, open, say } = await heavy(services);
	for (const doc of [monster, monster, long, monster, monster]) await say(doc);
	for (let n = 0; n < 2; n += 1) await say(monster, 3);
	await say(monster);
	const seen = new Set<number>();
	let pages = 0;
	for (let page = await open(ilze, { from: 1 }); ; page = await open(ilze, { from: lastBeginning(page.posts) })) {
		for (const seq of page.places) seen.add(seq);
		pages += 1;
		if (!page.later || pages > 8) break;
	}
	expect([1, 2, 3, 4, 5, 8].filter((seq) => !seen.has(seq))).toEqual([]);
	await read(ilze, 8);
	for (const unfold of [6, 7]) expect((await open(ilze, { unfold })).places).toContain(unfold);
	expect((await open(ilze, { unfold: 3 })).places).toContain(7);
	const [nearest] = await answersBefore(services.db, ilze, { stream: network.stream, root: 3, before: 7, limit: 50 });
	expect(nearest?.seq).toBe(6);
});
