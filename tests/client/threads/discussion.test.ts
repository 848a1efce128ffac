import { fetchMarking } from '#lib/client/threads/read-marks.svelte.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Waiting } from '#lib/client/outbox.svelte.ts';
import { longEnough } from '#lib/client/threads/on-screen.ts';
import { Discussion, type LoadedDiscussion, type Ways } from '#lib/client/threads/discussion.svelte.ts';
import { visitor } from '#lib/model/access/actor.ts';
import type { Envelope } from '#lib/model/events.ts';
import { newPost, type Post, type Posted } from '#lib/model/threads/posts.ts';
import { nothingRead } from '#lib/model/threads/read-state.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import { saying } from '../../support/saying.ts';

const stream = 'house:1';
const subject = { kind: 'house', id: '1', stream, network: 'n', audience: ['network:n'], href: '/houses/one' };
const ilze = { id: 'ilze', name: 'Ilze', city: 'da', role: 'officer' as const, expertKind: null };
const rui = { ...ilze, id: 'rui', name: 'Rui' };
const at = '2017-03-30T11:40:00.000Z';
const said = (seq: number, root: number | null = null, author = rui): Posted => ({
	id: `post-${seq}`,
	root,
	author,
	at,
	lang: 'en',
	doc: saying(`${seq}`)
});
const post = (seq: number, root: number | null = null, more: Partial<Post> = {}): Post => ({ ...newPost(seq, said(seq, root)), ...more });
const event = (seq: number, root: number | null = null, author = rui): Envelope => ({
	stream,
	seq,
	actor: author.id,
	at,
	name: 'post.posted',
	payload: said(seq, root, author)
});

function loadedWith(posts: Post[], more: Partial<LoadedDiscussion> = {}, window: Partial<Thread> = {}): LoadedDiscussion {
	const seq = Math.max(0, ...posts.map((one) => one.seq));
	return {
		subject,
		thread: { stream, seq, posts, earlier: false, later: false, elsewhere: [], ...window },
		readState: nothingRead,
		jumpedOver: { count: 0, first: null, within: [], since: null },
		hiddenTexts: [],
		answerTo: null,
		...more
	};
}

const stops: (() => void)[] = [];
let onScreen: (...seqs: number[]) => void;

/** A discussion whose server and browser are in the hands of the test. */
function seat(loaded: LoadedDiscussion, waiting: Waiting[] = []) {
	let hear: (envelope: Envelope) => void = () => {};
	const counts: (number | null)[] = [];
	const outbox = { waiting, add: vi.fn(async () => async () => true), settle: vi.fn(), takeBack: vi.fn(async () => {}) };
	const requests = {
		post: async () => null,
		hidden: vi.fn<Ways['requests']['hidden']>(async () => null),
		answers: vi.fn<Ways['requests']['answers']>(async () => [])
	};
	const ways = {
		line: {
			state: 'live' as const,
			open: async () => {},
			hear(_stream: string, listener: typeof hear) {
				hear = listener;
				return () => {};
			},
			follow: vi.fn<Ways['line']['follow']>(async () => ({ ok: { tooFar: true } })),
			command: async () => ({ ok: null }),
			recount: vi.fn()
		},
		outbox,
		unread: { opened: (_stream: string, count: number | null) => void counts.push(count), left: vi.fn() },
		requests,
		goto: vi.fn<Ways['goto']>(async () => {}),
		loadAnew: vi.fn<Ways['loadAnew']>(async () => {})
	};
	const discussion = new Discussion(loaded, { me: ilze, actor: visitor }, ways);
	const stop = discussion.start();
	stops.push(stop, discussion.marks.follow(document.createElement('ol')));
	flushSync();
	const deliver = (envelope: Envelope) => {
		hear(envelope);
		flushSync();
	};
	return { discussion, ways, requests, outbox, counts, deliver, stop };
}

beforeEach(async () => {
	await fetchMarking();
	vi.useFakeTimers();
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(report: (entries: object[]) => void) {
				onScreen = (...seqs) => {
					report(seqs.map((seq) => ({ isIntersecting: true, intersectionRatio: 1, target: { id: `p-${seq}` } })));
					vi.advanceTimersByTime(longEnough);
					flushSync();
				};
			}
			observe() {}
			disconnect() {}
		}
	);
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const places = (posts: { seq: number }[]) => posts.map(({ seq }) => seq);

test('what the tab’s title counts are the messages not seen yet, and nothing in an older window', () => {
	const { counts, deliver, ways, stop } = seat(loadedWith([post(1), post(2)], { readState: { read: [[1, 1]], jumped: [] } }));
	expect(counts.at(-1)).toBe(1);
	deliver(event(3));
	expect(counts.at(-1)).toBe(2);
	onScreen(1, 2);
	expect(counts.at(-1)).toBe(1);
	deliver(event(4, null, ilze));
	expect(counts.at(-1)).toBe(1);
	onScreen(3);
	expect(counts.at(-1)).toBe(0);
	stop();
	expect(ways.unread.left).toHaveBeenCalledOnce();
	expect(seat(loadedWith([post(1)], {}, { later: true })).counts).toEqual([null]);
});

test('what a jump passed over is not counted as unread but by itself, until it stands on screen', () => {
	const jumpedOver = { count: 3, first: { seq: 1, root: null }, within: [[1, 3] as const], since: null };
	const { discussion, counts } = seat(loadedWith([post(4), post(5), post(6)], { jumpedOver }));
	onScreen(6);
	expect(counts.at(-1)).toBe(0);
	expect(discussion.jumpedOver).toMatchObject({ count: 5, first: { seq: 1 } });
	onScreen(4);
	expect(discussion.jumpedOver.count).toBe(4);
});

test('a jump of three messages and more is told where one writes, as long as they have not stood on screen', () => {
	const { discussion } = seat(loadedWith([1, 2, 3, 4, 5].map((seq) => post(seq))));
	onScreen(1);
	expect(discussion.jumpedHere).toBeNull();
	onScreen(5);
	expect(discussion.jumpedHere).toMatchObject({ count: 3, first: { seq: 2 } });
	onScreen(3);
	expect(discussion.jumpedHere).toBeNull();
});

test('an answer in a discussion that is not the last waits until it is asked for', () => {
	const { discussion, deliver } = seat(loadedWith([post(1), post(2)]));
	deliver(event(3, 1));
	deliver(event(4, 2));
	expect(discussion.posts.filter(discussion.isHeld).map(({ seq }) => seq)).toEqual([3]);
	expect(discussion.showHeld(post(1))?.seq).toBe(3);
	expect(discussion.posts.some(discussion.isHeld)).toBe(false);
});

test('where one answers in the last discussion, what comes there waits too, and stands there when the place is closed', () => {
	const { discussion, deliver } = seat(loadedWith([post(1), post(2)], { answerTo: 2 }));
	expect([discussion.answering?.seq, discussion.answeredIn, discussion.lowest]).toEqual([2, 2, undefined]);
	deliver(event(3, 2));
	expect(places(discussion.posts.filter(discussion.isHeld))).toEqual([3]);
	expect(discussion.closeAnswer(post(2))).toBe(true);
	expect([discussion.answering, discussion.posts.some(discussion.isHeld)]).toEqual([null, false]);
	discussion.answer(post(1));
	expect(discussion.closeAnswer(post(2))).toBe(false);
	expect(discussion.answering?.seq).toBe(1);
});

test('what is new below and above is told apart by where one has come to', () => {
	const { discussion, deliver } = seat(loadedWith([post(1), post(2), post(3)], { readState: { read: [[1, 3]], jumped: [] } }));
	onScreen(2, 3);
	deliver(event(4, 1));
	deliver(event(5));
	expect([places(discussion.below), places(discussion.above)]).toEqual([[5], [4]]);
	expect(discussion.reveal(4)).toBe(true);
	expect([discussion.isHeld(post(4, 1)), discussion.reveal(99)]).toEqual([false, false]);
});

test('nothing is told to be elsewhere before it is known what is on screen', () => {
	const { discussion, deliver } = seat(loadedWith([post(1), post(2), post(3)], { readState: { read: [[1, 1]], jumped: [] } }));
	deliver(event(4, 1));
	expect([places(discussion.below), places(discussion.above)]).toEqual([[], []]);
	onScreen(2);
	expect([places(discussion.below), places(discussion.above)]).toEqual([[3], [4]]);
});

test('what waits to be sent stands in the discussion that it answers, one’s reactions in the post', () => {
	const entry = <Name extends Waiting['name']>(name: Name, input: Waiting<Name>['input']): Waiting<Name> => ({
		commandId: name,
		personId: 'ilze',
		place: stream,
		name,
		input,
		writtenAt: 0,
		turn: 1,
		kept: true,
		attempted: false,
		refused: null,
		done: null
	});
	const { discussion } = seat(loadedWith([post(1), post(2, 1)]), [
		entry('postMessage', { stream, doc: saying('mine'), lang: 'en', replyTo: 2 }),
		entry('react', { id: 'post-1', kind: 'thanks', on: true }),
		{ ...entry('postMessage', { stream: 'house:2', doc: saying('there'), lang: 'en' }), place: 'house:2' }
	]);
	expect([...discussion.waiting].map(([root, all]) => [root, all.length])).toEqual([[1, 1]]);
	expect(discussion.posts[0]?.reactions).toMatchObject([{ kind: 'thanks', by: [{ id: 'ilze' }] }]);
});

test('who was left too far behind loads the page anew around what stands on screen, and keeps what they read', async () => {
	const { discussion, ways, deliver } = seat(loadedWith([post(1), post(2), post(3)]));
	onScreen(1, 2);
	const anew = loadedWith([post(1), post(2), post(3), post(8, 1), post(9)], { readState: { read: [[3, 3]], jumped: [] } });
	ways.loadAnew.mockImplementationOnce(async () => discussion.take(anew));
	deliver(event(9));
	await vi.advanceTimersByTimeAsync(0);
	expect(ways.loadAnew).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ seq: 1 }), expect.objectContaining({ seq: 2 })]);
	flushSync();
	expect(places(discussion.inOrder)).toEqual([1, 8, 2, 3, 9]);
	expect(discussion.posts.some(discussion.isHeld)).toBe(false);
	expect(discussion.marks.state.read).toEqual([[1, 3]]);
});

test('from an older window one is led to the newest by what one said, but not by an answer', async () => {
	const { discussion, ways, outbox } = seat(loadedWith([post(1)], {}, { later: true }));
	await discussion.say(saying('An answer'), 'en', 1, []);
	await vi.advanceTimersByTimeAsync(0);
	expect(ways.goto).not.toHaveBeenCalled();
	await discussion.say(saying('A word'), 'lv', null, []);
	await vi.advanceTimersByTimeAsync(0);
	expect(ways.goto).toHaveBeenCalledExactlyOnceWith('/houses/one?newest');
	expect(outbox.add).toHaveBeenLastCalledWith(stream, 'postMessage', { stream, doc: saying('A word'), lang: 'lv' });
});

test('earlier answers are fetched, and without a line that is said', async () => {
	const { discussion, requests } = seat(loadedWith([post(1, null, { replies: 2 }), post(3, 1)]));
	requests.answers.mockRejectedValueOnce(new Error('no line'));
	expect(await discussion.unfold(post(1))).toBeNull();
	requests.answers.mockResolvedValueOnce([post(2, 1)]);
	expect((await discussion.unfold(post(1)))?.seq).toBe(2);
});
