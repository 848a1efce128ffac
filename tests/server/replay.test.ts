import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { eventNames, largestPayload } from '#lib/model/events.ts';
import type { ThreadEvents } from '#lib/model/threads/posts.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { expect, test } from '../support/database.ts';
import { caughtUp, loadedAnew } from '../support/replayed.ts';
import { smallNetwork } from '../support/thread.ts';
import { leadIn, writerIn, type Writer } from '../support/thread-writer.ts';

/** One case for every event of a thread: how it comes about. Those of inboxes, practices, adoptions and plans stand by their tests. */
const comesAbout: Record<keyof ThreadEvents, (desk: Writer, earlier: string, hidden: string) => Promise<unknown>> = {
	'post.posted': (desk) => desk.post('One more thought'),
	'post.edited': (desk, earlier) => desk.edit(earlier, 'Said better'),
	'post.deleted': (desk, earlier) => desk.remove(earlier),
	'post.hidden': (desk, earlier) => desk.hide(earlier),
	'post.restored': (desk, _earlier, hidden) => desk.restore(hidden),
	'post.reacted': (desk, earlier) => desk.react(earlier, 'agree'),
	'subject.reacted': (desk) => desk.reactToSubject('thanks'),
	'audience.changed': (desk) => desk.admit(randomUUID())
};

test.for(Object.entries(comesAbout))('%s: a stale thread and the event are the fresh thread', async ([name, happen], { services }) => {
	const desk = await leadIn(services);
	const earlier = await desk.post('Said before');
	const hidden = await desk.post('Out of sight');
	await desk.hide(hidden);
	const stale = await desk.load();
	await happen(desk, earlier, hidden);
	const missed = await eventsSince(services.sql, stale.stream, stale.seq, 10);
	expect(missed.map((event) => event.name)).toEqual([name]);
	expect(await caughtUp(services, stale, desk)).toEqual(await loadedAnew(stale, desk));
});

test('every event has its case', () => {
	expect(new Set(Object.keys(comesAbout))).toEqual(
		new Set(eventNames.filter((name) => !/^(notification|practice|adoption|plan|section|row|version)\./.test(name)))
	);
});

test('files travel with their post, through changes, hiding and back', async ({ services }) => {
	const desk = await leadIn(services);
	const stale = await desk.load();
	const [square, hall] = [await desk.picture('square.jpg'), await desk.picture('hall.jpg')];
	const id = await desk.post('Two pictures', null, [
		{ id: square, alt: 'The square at noon' },
		{ id: hall, alt: '' }
	]);
	const check = async () => {
		const now = await caughtUp(services, stale, desk);
		expect(now).toEqual(await loadedAnew(stale, desk));
		return now.posts[0]?.files?.map(({ name, alt }) => [name, alt]);
	};
	expect(await check()).toEqual([
		['square.jpg', 'The square at noon'],
		['hall.jpg', '']
	]);
	await desk.edit(id, 'Other words, the same pictures');
	expect(await check()).toHaveLength(2);
	await desk.edit(id, 'One picture', [{ id: hall, alt: 'The hall' }]);
	expect(await check()).toEqual([['hall.jpg', 'The hall']]);
	await desk.hide(id);
	expect(await check()).toBeUndefined();
	await desk.restore(id);
	expect(await check()).toEqual([['hall.jpg', 'The hall']]);
	await desk.edit(id, 'None', []);
	expect(await check()).toBeUndefined();
});

test('a text too large to travel is fetched, with its files', async ({ services }) => {
	const desk = await leadIn(services);
	const stale = await desk.load();
	const file = await desk.picture('square.jpg');
	const id = await desk.post('ā'.repeat(largestPayload / 2), null, [{ id: file, alt: 'The square' }]);
	const missed = await eventsSince(services.sql, stale.stream, stale.seq, 10);
	expect(missed.map(({ payload }) => 'doc' in payload && [payload.doc, payload.files])).toEqual([[null, undefined]]);
	expect(await caughtUp(services, stale, desk)).toEqual(await loadedAnew(stale, desk));
	expect((await desk.fetch(id)).files).toHaveLength(1);
});

test('a text too large to travel is fetched', async ({ services }) => {
	const desk = await leadIn(services);
	const stale = await desk.load();
	const id = await desk.post('ā'.repeat(largestPayload / 2));
	await desk.edit(id, 'ē'.repeat(largestPayload / 2));
	const missed = await eventsSince(services.sql, stale.stream, stale.seq, 10);
	expect(missed.map(({ payload }) => 'doc' in payload && payload.doc)).toEqual([null, null]);
	expect(await caughtUp(services, stale, desk)).toEqual(await loadedAnew(stale, desk));
});

test('an answer to a discussion before the window is told, until it is taken away', async ({ services }) => {
	const desk = await leadIn(services);
	const old = await desk.post('Long ago');
	for (let n = 0; n < 12; n++) await desk.post(`Later ${n}`);
	const last = (await desk.load()).posts.at(-1)?.seq;
	const window = await desk.load(last);
	expect(window.posts.some(({ id }) => id === old)).toBe(false);
	const answer = await desk.answer(old, 'Still true');
	const gone = await desk.answer(old, 'Not this');
	await desk.hide(gone);
	const now = await caughtUp(services, window, desk);
	expect(now.elsewhere.map(({ id }) => id)).toEqual([answer]);
	expect(now).toEqual(await desk.load(last));
});

test('whatever was missed, and wherever one was', async ({ services }) => {
	const { stream, person } = await smallNetwork(services);
	const ilze = writerIn(services, stream, await person('Ilze', { role: 'lead' }));
	const elio = writerIn(services, stream, await person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' }));
	const step = fc.record({
		what: fc.constantFrom('post', 'answer', 'edit', 'remove', 'hide', 'restore', 'react', 'look' as const),
		by: fc.boolean(),
		which: fc.nat(),
		text: fc.string({ minLength: 1, maxLength: 40 })
	});
	const stales: Thread[] = [await ilze.load()];
	const own = new Map<Writer, string[]>([
		[ilze, []],
		[elio, []]
	]);
	const hidden: string[] = [];
	for (const { what, by, which, text } of fc.sample(step, { numRuns: 200, seed: 20_17 })) {
		const desk = by ? ilze : elio;
		const mine = own.get(desk) ?? [];
		const id = mine[which % mine.length];
		if (what === 'look') stales.push(await ilze.load());
		else if (what === 'post' || !id) mine.push(await desk.post(`${text} said`));
		else if (what === 'answer') mine.push(await desk.answer(id, `${text} answered`));
		else if (what === 'edit') await desk.edit(id, `${text} meant`);
		else if (what === 'react') await desk.react(id, 'thanks', which % 3 > 0);
		else if (what === 'hide') {
			await ilze.hide(id);
			hidden.push(id);
			mine.splice(mine.indexOf(id), 1);
		} else if (what === 'restore') {
			const back = hidden.shift();
			if (back) await ilze.restore(back);
		} else {
			await desk.remove(id);
			mine.splice(mine.indexOf(id), 1);
		}
	}
	for (const stale of stales) expect(await caughtUp(services, stale, ilze)).toEqual(await loadedAnew(stale, ilze));
});
