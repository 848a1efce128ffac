import { randomUUID } from 'node:crypto';
import { Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { answersBefore, findPost } from '#lib/server/threads/find-post.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { expect, test } from '../../support/database.ts';
import { talk } from '../../support/discussion.ts';

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

test('an answer joins the discussion of what it answers, also when that is an answer', async ({ services }) => {
	const { ilze, rui, say, open } = await talk(services);
	await say(ilze);
	await say(rui);
	await say(rui, 1);
	await say(ilze, 3);
	const { posts } = await open(ilze);
	expect(posts.map(({ seq, root, replies }) => [seq, root, replies])).toEqual([
		[1, null, 2],
		[2, null, 0],
		[3, 1, 0],
		[4, 1, 0]
	]);
});

test('what was deleted or hidden can still be answered; what is not there, or in another meeting, cannot', async ({ services }) => {
	const { network, ilze, rui, say, open } = await talk(services);
	const lead = await network.person('Marek', { role: 'lead' });
	const [gone, hidden] = [await say(ilze), await say(ilze)];
	await deletePost(services, ilze, { commandId: randomUUID(), id: gone.id });
	await hidePost(services, lead, { commandId: randomUUID(), id: hidden.id, reason: 'A test' });
	await say(rui, gone.seq);
	await say(rui, hidden.seq);
	expect((await open(rui)).posts.map(({ seq, root }) => [seq, root])).toEqual([
		[1, null],
		[2, null],
		[5, 1],
		[6, 2]
	]);
	// Place 3 is that of an event which is no post.
	for (const replyTo of [3, 99]) await expect(say(rui, replyTo)).rejects.toThrow(Invalid);
	for (const wrong of [0, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, '1' as unknown as number])
		await expect(say(rui, wrong)).rejects.toThrow(Invalid);
	await expect(say(rui, 1, 'nowhere')).rejects.toThrow(NotFound);
});

test('more than three answers are folded to the last three; how many there are is said', async ({ services }) => {
	const { ilze, rui, say, answers, read, open } = await talk(services);
	await say(ilze);
	await answers(3, 1);
	await read(ilze, 4);
	expect((await open(ilze)).places).toEqual([1, 2, 3, 4]);
	await answers(2, 1);
	await read(ilze, 6);
	const { places, posts } = await open(ilze);
	expect(places).toEqual([1, 4, 5, 6]);
	expect(posts[0]?.replies).toBe(5);
	await say(rui);
	await answers(5, 7);
	await read(ilze, 12);
	expect((await open(ilze)).places).toEqual([1, 4, 5, 6, 7, 10, 11, 12]);
});

test('answers that the reader has not seen are shown, be they more than three', async ({ services }) => {
	const { ilze, say, answers, read, open } = await talk(services);
	await say(ilze);
	await answers(8, 1);
	await read(ilze, 4);
	expect((await open(ilze)).places).toEqual([1, 5, 6, 7, 8, 9]);
	await read(ilze, 9);
	expect((await open(ilze)).places).toEqual([1, 7, 8, 9]);
});

test('new answers that a page has no room for are told by their discussion, without one’s own, hidden and deleted ones', async ({
	services
}) => {
	const { network, ilze, rui, say, answers, read, open } = await talk(services);
	const lead = await network.person('Marek', { role: 'lead' });
	await say(ilze);
	await answers(5, 1);
	await read(ilze, 3);
	await say(ilze, 1);
	const [gone, hidden] = [await say(rui, 1), await say(rui, 1)];
	await answers(155, 1);
	await deletePost(services, rui, { commandId: randomUUID(), id: gone.id });
	await hidePost(services, lead, { commandId: randomUUID(), id: hidden.id, reason: 'A test' });
	const { places, folded } = await open(ilze);
	expect(places).toEqual([1, ...from(15, 164)]);
	expect(folded).toEqual([{ root: 1, unread: [4, 5, 6, ...from(10, 14)] }]);
	expect((await open(ilze, { newest: true })).folded).toBeUndefined();
	expect((await open(ilze, { unfold: 14 })).folded).toBeUndefined();
	expect((await open(rui)).folded).toEqual([{ root: 1, unread: [7] }]);
	await read(ilze, 164);
	expect((await open(ilze)).folded).toBeUndefined();
});

test('so are those of the discussion within which a page is full, the first hundred of each at most', async ({ services }) => {
	const { ilze, rui, say, open } = await talk(services);
	for (const length of [120, 250]) {
		const { seq } = await say(ilze);
		await Promise.all(Array.from({ length }, () => say(rui, seq)));
	}
	const { places, folded } = await open(ilze);
	expect(places).toEqual([1, ...from(74, 122), ...from(223, 372)]);
	expect(folded).toEqual([
		{ root: 1, unread: from(2, 73) },
		{ root: 122, unread: from(123, 222) }
	]);
});

test('a discussion is unfolded by the place of its beginning, or of any of its answers', async ({ services }) => {
	const { ilze, rui, say, answers, read, open } = await talk(services);
	await say(ilze);
	await answers(6, 1);
	await say(rui);
	await answers(6, 8);
	for (const person of [ilze, rui]) await read(person, 14);
	for (const unfold of [1, 2, 7])
		expect((await open(ilze, { unfold })).places, String(unfold)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14]);
	expect((await open(ilze, { from: 3, unfold: 3 })).places).toContain(2);
	expect((await open(ilze, { unfold: 99 })).places).toEqual([1, 5, 6, 7, 8, 12, 13, 14]);
});

test('in an endless discussion the wanted answer is shown, with some before it, and the way back goes on', async ({ services }) => {
	const { network, ilze, rui, say, read, open } = await talk(services);
	await say(ilze);
	await Promise.all(Array.from({ length: 300 }, () => say(rui, 1)));
	await read(ilze, 301);
	const first = async (unfold: number) => (await open(ilze, { unfold })).places[1];
	expect([await first(1), await first(301), await first(150), await first(3)]).toEqual([102, 102, 100, 2]);
	const before = (seq: number, limit = 50) => answersBefore(services.db, ilze, { stream: network.stream, root: 1, before: seq, limit });
	expect((await before(102)).map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 52));
	expect((await before(4)).map(({ seq, root, replies }) => [seq, root, replies])).toEqual([
		[2, 1, 0],
		[3, 1, 0]
	]);
	expect(await before(2)).toEqual([]);
	expect(await before(2 ** 50, 1)).toMatchObject([{ seq: 301 }]);
});

test('earlier answers come without what is hidden or deleted, and not to who may not read', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const lead = await network.person('Marek', { role: 'lead' });
	await say(ilze);
	const [one, two] = [await say(rui, 1), await say(rui, 1)];
	await hidePost(services, lead, { commandId: randomUUID(), id: one.id, reason: 'A test' });
	await deletePost(services, rui, { commandId: randomUUID(), id: two.id });
	const asked = { stream: network.stream, root: 1, before: 9, limit: 50 };
	for (const person of [ilze, rui, lead])
		expect((await answersBefore(services.db, person, asked)).map(({ doc }) => doc)).toEqual([null, null]);
	const stranger = await network.person('Stranger', { network: randomUUID() });
	await expect(answersBefore(services.db, stranger, asked)).rejects.toThrow(NotFound);
	await expect(answersBefore(services.db, ilze, { ...asked, root: 77 })).rejects.toThrow(NotFound);
	await expect(answersBefore(services.db, ilze, { ...asked, stream: 'meeting:nowhere' })).rejects.toThrow(NotFound);
	expect(await answersBefore(services.db, ilze, { ...asked, root: 2 })).toEqual([]);
});

test('answers in discussions before the window are told, those of others after the cursor; before and after it there is more', async ({
	services
}) => {
	const { network, ilze, rui, say, read, open } = await talk(services);
	for (let n = 0; n < 30; n += 1) await say(rui);
	await say(rui, 2);
	await read(ilze, 31);
	const [told, gone, hidden] = [await say(rui, 2), await say(rui, 3), await say(rui, 4)];
	const lead = await network.person('Marek', { role: 'lead' });
	await deletePost(services, rui, { commandId: randomUUID(), id: gone.id });
	await hidePost(services, lead, { commandId: randomUUID(), id: hidden.id, reason: 'A test' });
	await say(rui, 25);
	const late = await open(ilze, { from: 25 });
	expect(late.places[0]).toBe(16);
	expect(late.elsewhere).toEqual([
		{ id: told.id, seq: told.seq, root: 2, author: (await findPost(services.db, ilze, told)).post.author }
	]);
	expect([late.earlier, late.later]).toEqual([true, false]);
	const early = await open(ilze, { before: 16 });
	expect([early.places[0], early.places.includes(told.seq), early.elsewhere, early.earlier, early.later]).toEqual([
		1,
		true,
		[],
		false,
		true
	]);
	expect((await open(ilze, { before: 1 })).posts).toEqual([]);
});
