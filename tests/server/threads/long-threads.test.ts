import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { vi } from 'vitest';
import { mostValues } from '#lib/server/db/prepared.ts';
import { answersBefore } from '#lib/server/threads/find-post.ts';
import { meetingActivity } from '#lib/server/meetings/activity.ts';
import { countUnread, unreadThreads } from '#lib/server/threads/unread.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { talk } from '../../support/discussion.ts';

/** Discussions that all begin before the first answer is given; then everybody answers in turn. */
async function rounds(services: TestServices, { discussions, answers }: { discussions: number; answers: number }) {
	const talking = await talk(services);
	for (let n = 0; n < discussions; n += 1) await talking.say(talking.rui);
	for (let n = 0; n < answers; n += 1) for (let root = 1; root <= discussions; root += 1) await talking.say(talking.rui, root);
	return { ...talking, posts: discussions * (answers + 1) };
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test('who has read nothing gets a page of the usual size, with the first unread on it, and comes to everything by going on', async ({
	services
}) => {
	const { ilze, open, posts } = await rounds(services, { discussions: 6, answers: 80 });
	const first = await open(ilze);
	expect([first.places[0], first.earlier, first.later]).toEqual([1, false, true]);
	const seen = new Set<number>();
	let page = first;
	for (let pages = 1; ; pages += 1) {
		expect(page.places.length).toBeLessThanOrEqual(210);
		for (const place of page.places) seen.add(place);
		if (!page.later) break;
		expect(pages).toBeLessThan(6);
		page = await open(ilze, { from: page.posts.findLast(({ root }) => root === null)?.seq });
	}
	expect([...seen].sort((a, b) => a - b)).toEqual(upTo(posts));
});

test('what the page has no room for in its last discussion is folded, and said', async ({ services }) => {
	const { network, ilze, open } = await rounds(services, { discussions: 6, answers: 80 });
	const { posts } = await open(ilze);
	const beginnings = posts.filter(({ root }) => root === null);
	expect(beginnings.map(({ seq, replies }) => [seq, replies])).toEqual([
		[1, 80],
		[2, 80],
		[3, 80]
	]);
	const shown = (root: number) => posts.filter((post) => post.root === root).map(({ seq }) => seq);
	expect([shown(1).length, shown(2).length, shown(3).length]).toEqual([80, 80, 47]);
	const folded = await answersBefore(services.db, ilze, { stream: network.stream, root: 3, before: shown(3)[0] ?? 0, limit: 50 });
	expect(folded.map(({ seq }) => seq)).toEqual(Array.from({ length: 33 }, (_, n) => 9 + 6 * n));
	expect((await open(ilze, { unfold: 9 })).places).toContain(9);
});

test('a page that has been read to its end begins the next one there', async ({ services }) => {
	const { ilze, read, open } = await rounds(services, { discussions: 6, answers: 80 });
	const { posts } = await open(ilze);
	const end = posts.findLast(({ root }) => root === null)?.seq ?? 0;
	await read(ilze, end);
	const next = await open(ilze);
	expect([next.places.includes(end + 1), next.posts.filter(({ root }) => root === end + 1).length]).toEqual([true, 80]);
});

test('a discussion longer than a page does not keep from going on', async ({ services }) => {
	const { ilze, rui, say, open } = await talk(services);
	await say(rui);
	await Promise.all(Array.from({ length: 260 }, () => say(rui, 1)));
	for (let n = 0; n < 3; n += 1) await say(rui);
	const { places, posts, later } = await open(ilze);
	expect([places[0], places[1], places.at(-1), later, posts[0]?.replies]).toEqual([1, 112, 264, false, 260]);
	const unfolded = await open(ilze, { unfold: 30 });
	expect([unfolded.places, unfolded.later]).toEqual([upTo(264), false]);
});

test('an answer with more than a thousand after it stands on the page of its address, which goes on where it ends', async ({
	services
}) => {
	const { ilze, rui, say, answers, read, open } = await talk(services);
	for (let n = 0; n < 3; n += 1) await say(rui);
	await answers(2300, 2);
	await say(rui);
	await read(ilze, 2304);
	const [first, last] = [4, 2303];
	const page = await open(ilze, { unfold: 300 });
	const shown = ({ posts }: typeof page) => posts.filter(({ root }) => root === 2).map(({ seq }) => seq);
	const from = (place: number, count: number) => Array.from({ length: count }, (_, n) => place + n);
	expect(shown(page)).toEqual(from(250, 1000));
	expect(page).toMatchObject({ later: true, within: 1249 });
	expect(page.posts.filter(({ root }) => root === null).map(({ seq, replies }) => [seq, replies])).toEqual([
		[1, 0],
		[2, 1249 - first + 1]
	]);
	const next = await open(ilze, { unfold: page.within });
	expect([shown(next)[0], next.within]).toEqual([1199, 2198]);
	const end = await open(ilze, { unfold: next.within });
	expect([shown(end).includes(2198), shown(end).at(-1), end.later]).toEqual([true, last, false]);
	expect(end).not.toHaveProperty('within');
	expect(end.posts.filter(({ root }) => root === null).map(({ seq, replies }) => [seq, replies])).toEqual([
		[1, 0],
		[2, 2300],
		[3, 0],
		[2304, 0]
	]);
	// As many as a page takes, and one more.
	expect(shown(await open(ilze, { unfold: last - 949 }))).toEqual(from(last - 999, 1000));
	expect(await open(ilze, { unfold: last - 949 })).not.toHaveProperty('within');
	expect(await open(ilze, { unfold: last - 950 })).toMatchObject({ within: last - 1 });
});

test('who has read everything gets the end; pages before it go back to the beginning', async ({ services }) => {
	const { ilze, read, open, posts } = await rounds(services, { discussions: 70, answers: 3 });
	await read(ilze, posts);
	const seen = new Set<number>();
	let page = await open(ilze);
	expect([page.places.length, page.posts.filter(({ root }) => root === null).length, page.earlier, page.later]).toEqual([
		200,
		50,
		true,
		false
	]);
	for (; ; page = await open(ilze, { before: page.places[0] })) {
		for (const place of page.places) seen.add(place);
		if (!page.earlier) break;
	}
	expect([...seen].sort((a, b) => a - b)).toEqual(upTo(posts));
});

test('when more was answered before the window than is told, that is said, unless somebody wants the newest', async ({ services }) => {
	const { ilze, rui, say, answers, read, open } = await talk(services);
	for (let n = 0; n < 60; n += 1) await say(rui);
	await read(ilze, 60);
	await answers(130, 1);
	const late = await open(ilze, { from: 25 });
	expect([late.elsewhere.length, late.untold]).toEqual([100, 161]);
	expect(await open(ilze)).not.toHaveProperty('untold');
	await answers(210, 2);
	const end = await open(ilze);
	expect([end.places[0], end.elsewhere.length, end.untold]).toEqual([2, 100, 161]);
	expect(await open(ilze, { newest: true })).not.toHaveProperty('untold');
	await read(ilze, 160);
	expect(await open(ilze, { from: 25 })).toMatchObject({ untold: 261 });
	await read(ilze, 330);
	expect(await open(ilze, { from: 25 })).not.toHaveProperty('untold');
});

test('unread messages are counted up to a hundred, the first and the last of them named', async ({ services }) => {
	const { network, ilze, rui, say, read } = await talk(services);
	await Promise.all(Array.from({ length: 130 }, () => say(rui)));
	await say(ilze);
	await read(ilze, 10);
	expect(await unreadThreads(services.db, ilze, 'en')).toMatchObject([
		{ stream: network.stream, city: 'co', title: 'Tech hubs', count: 100, first: 11, last: 130 }
	]);
	expect(await countUnread(services, ilze)).toEqual({ [network.stream]: [100, 131] });
	await read(ilze, 100);
	expect(await unreadThreads(services.db, ilze, 'en')).toMatchObject([{ count: 30, first: 101, last: 130 }]);
});

test('messages of a meeting are counted up to a thousand', async ({ services }) => {
	const { ilze, rui, say } = await talk(services);
	const activity = async () => Object.values(await meetingActivity(services.db, ilze));
	expect(await activity()).toEqual([]);
	await Promise.all(Array.from({ length: 1000 }, () => say(rui)));
	expect(await activity()).toEqual([{ posts: 1000, more: false, lastAt: services.clock.now().toISOString() }]);
	services.clock.advance(60);
	await say(rui);
	expect(await activity()).toEqual([{ posts: 1000, more: true, lastAt: services.clock.now().toISOString() }]);
});

test('a page is one statement, of which PostgreSQL keeps the plan, whatever part of the thread is wanted', async ({ services }) => {
	const { ilze, say, open } = await talk(services);
	await say(ilze);
	const asked = vi.spyOn(services.db, 'execute');
	for (const window of [{}, { newest: true }, { before: 9 }, { from: 1 }, { unfold: 1 }]) {
		asked.mockClear();
		await open(ilze, window);
		const values = asked.mock.calls.map(([query]) => new PgDialect().sqlToQuery(query as SQL).params.length);
		expect(values, JSON.stringify(window)).toEqual([expect.any(Number)]);
		expect(values[0], JSON.stringify(window)).toBeLessThanOrEqual(mostValues);
	}
});
