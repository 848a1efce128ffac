import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetNotes, noteUnread, notedUnread } from '#lib/client/threads/note-unread.ts';
import { UnreadPosts } from '#lib/client/unread.svelte.ts';
import type { Answer, Activity, UnreadCounts } from '#lib/model/protocol.ts';

const [here, there] = ['meeting:here', 'meeting:there'];

function seat(page: UnreadCounts = {}) {
	const hearers = new Map<string, (word: never) => void>();
	const asked: PromiseWithResolvers<Answer<UnreadCounts>>[] = [];
	let connected = () => {};
	const line = {
		on: (name: string, hear: (word: never) => void) => {
			hearers.set(name, hear);
			return () => void hearers.delete(name);
		},
		whenever: (work: () => void) => {
			connected = work;
			return () => void (connected = () => {});
		},
		unread: () => {
			const answer = Promise.withResolvers<Answer<UnreadCounts>>();
			asked.push(answer);
			return answer.promise;
		}
	};
	const unread = new UnreadPosts(line);
	const stop = unread.start('me', page);
	const answer = async (counts: UnreadCounts) => {
		asked.shift()?.resolve({ ok: counts });
		await vi.advanceTimersByTimeAsync(0);
	};
	return {
		unread,
		asked,
		answer,
		stop,
		connect: () => connected(),
		activity: (activity: Activity) => hearers.get('activity')?.(activity as never),
		recount: (within: number) => hearers.get('recount')?.(within as never)
	};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('begins with what the page knew and counts on what others say, each event once', () => {
	const { unread, activity } = seat({ [here]: [2, 10] });
	expect(unread.sum({})).toBe(2);
	activity({
		stream: here,
		said: [
			[10, 'a'],
			[12, 'a'],
			[13, 'me']
		]
	});
	activity({
		stream: here,
		said: [
			[13, 'me'],
			[14, null]
		]
	});
	activity({ stream: there, said: [[1, 'a']] });
	expect([unread.by(here, {}), unread.by(there, {}), unread.sum({})]).toEqual([4, 1, 5]);
});

test('sums what is unread in streams of some kinds alone, the open one too', () => {
	const { unread } = seat({ [here]: [2, 10], 'memo:m': [1, 3], 'memos:m': [4, 9] });
	unread.opened('memo:open', 5);
	expect([unread.sum({}, ['meeting']), unread.sum({}, ['memo']), unread.sum({}, ['memo', 'meeting']), unread.sum({}, [])]).toEqual([
		2, 6, 8, 0
	]);
	expect(unread.sum({})).toBe(12);
});

test('the open thread says of itself how much of it is unread, and what it said holds when it is left', () => {
	const { unread, activity } = seat({ [here]: [2, 10], [there]: [1, 3] });
	unread.opened(here, 7);
	activity({ stream: here, said: [[11, 'a']] });
	expect(unread.sum({})).toBe(8);
	unread.opened(here, 0);
	unread.left();
	expect([unread.by(here, {}), unread.sum({})]).toEqual([0, 1]);
});

test('what is said while the server counts is counted once, whether its answer knows of it or not', async () => {
	const { unread, activity, connect, answer, asked } = seat();
	connect();
	await vi.advanceTimersByTimeAsync(0);
	expect(asked).toHaveLength(1);
	activity({ stream: here, said: [[5, 'a']] });
	activity({ stream: here, said: [[6, 'a']] });
	await answer({ [here]: [1, 5], [there]: [3, 9] });
	expect([unread.by(here, {}), unread.by(there, {})]).toEqual([2, 3]);
});

test('asks at once on a line, the first and one that came back, and for its own other tabs; with a crowd spread over seconds', async () => {
	const { connect, recount, asked, answer } = seat();
	connect();
	await vi.advanceTimersByTimeAsync(0);
	await answer({});
	recount(0);
	await vi.advanceTimersByTimeAsync(0);
	await answer({});
	connect();
	await vi.advanceTimersByTimeAsync(0);
	await answer({});
	expect(asked).toHaveLength(0);
	vi.spyOn(Math, 'random').mockReturnValue(0.9);
	recount(4000);
	await vi.advanceTimersByTimeAsync(3500);
	expect(asked).toHaveLength(0);
	await vi.advanceTimersByTimeAsync(500);
	expect(asked).toHaveLength(1);
});

test('an answer that does not come changes nothing, and the next line asks again', async () => {
	const { unread, connect, asked } = seat({ [here]: [2, 10] });
	connect();
	await vi.advanceTimersByTimeAsync(0);
	asked.shift()?.reject(new Error('no connection'));
	await vi.advanceTimersByTimeAsync(0);
	expect(unread.by(here, {})).toBe(2);
	connect();
	await vi.advanceTimersByTimeAsync(5000);
	expect(asked).toHaveLength(1);
});

test('who signs out leaves no counts behind', () => {
	const { unread, stop, activity } = seat({ [here]: [2, 10] });
	stop();
	activity({ stream: here, said: [[11, 'a']] });
	expect(unread.sum({})).toBe(0);
});

test('of what this browser has noted as read and not told yet nothing is counted, by the page and by the server', async () => {
	noteUnread('me', here, [2, 10]);
	const { unread, activity, connect, answer, stop } = seat({ [here]: [6, 10], [there]: [3, 4] });
	await vi.dynamicImportSettled();
	expect([unread.by(here, {}), unread.by(there, {})]).toEqual([2, 3]);
	connect();
	await vi.advanceTimersByTimeAsync(0);
	await answer({ [here]: [7, 11], [there]: [3, 4] });
	await vi.dynamicImportSettled();
	expect([unread.by(here, {}), unread.by(there, {})]).toEqual([3, 3]);
	activity({ stream: here, said: [[12, 'a']] });
	expect(unread.by(here, {})).toBe(4);
	forgetNotes('me', notedUnread('me'));
	stop();
});

test('what is said while the note is being fetched is counted, on the first page and after an answer', async () => {
	noteUnread('me', here, [2, 10]);
	const { unread, activity, connect, asked, stop } = seat({ [here]: [6, 10] });
	activity({ stream: here, said: [[11, 'a']] });
	activity({ stream: there, said: [[1, 'a']] });
	await vi.dynamicImportSettled();
	expect([unread.by(here, {}), unread.by(there, {})]).toEqual([3, 1]);
	connect();
	await vi.advanceTimersByTimeAsync(0);
	activity({ stream: there, said: [[2, 'a']] });
	asked.shift()?.resolve({ ok: { [here]: [7, 11], [there]: [1, 1] } });
	await Promise.resolve();
	activity({ stream: there, said: [[3, 'a']] });
	await vi.dynamicImportSettled();
	expect([unread.by(here, {}), unread.by(there, {})]).toEqual([3, 3]);
	forgetNotes('me', notedUnread('me'));
	stop();
});

test('of two answers that are awaited at once the later one lacks nothing that was said before it came', async () => {
	const { unread, activity, connect, asked, stop } = seat({ [here]: [2, 10] });
	for (let n = 0; n < 2; n += 1) {
		connect();
		await vi.advanceTimersByTimeAsync(0);
	}
	expect(asked).toHaveLength(2);
	asked.shift()?.resolve({ ok: { [here]: [2, 10] } });
	await vi.advanceTimersByTimeAsync(0);
	activity({ stream: there, said: [[1, 'a']] });
	asked.shift()?.resolve({ ok: { [here]: [2, 10] } });
	await vi.advanceTimersByTimeAsync(0);
	expect([unread.by(here, {}), unread.by(there, {})]).toEqual([2, 1]);
	stop();
});
