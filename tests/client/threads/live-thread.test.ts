import fc from 'fast-check';
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { LiveThread, type Line } from '#lib/client/threads/live-thread.svelte.ts';
import type { Envelope } from '#lib/model/events.ts';
import { newPost, type Post, type Posted } from '#lib/model/threads/posts.ts';
import { apply, type Thread } from '#lib/model/threads/thread.ts';
import { saying } from '../../support/saying.ts';

const stream = 'meeting:m';
const empty: Thread = { stream, seq: 0, posts: [], earlier: false, later: false, elsewhere: [] };
const author = { id: 'p', name: 'Ilze', city: 'da', role: 'officer' as const, expertKind: null };
const at = '2017-03-30T11:40:00.000Z';

function posted(n: number, doc = saying(`${n}`) as Post['doc']): Posted {
	return { id: `post-${n}`, root: null, author, at, lang: 'en', doc };
}

function post(n: number, doc = saying(`${n}`) as Post['doc']): Post {
	return newPost(n, posted(n, doc));
}

/** What happened: posts, and now and then an edit or a deletion of an earlier one. */
function history(kinds: ('post' | 'edit' | 'delete')[]): Envelope[] {
	const alive: number[] = [];
	return kinds.map((kind, index) => {
		const seq = index + 1;
		const common = { stream, seq, actor: 'p', at };
		const target = alive[seq % Math.max(alive.length, 1)];
		if (kind === 'post' || target === undefined) {
			alive.push(seq);
			return { ...common, name: 'post.posted', payload: posted(seq) };
		}
		const id = `post-${target}`;
		if (kind === 'edit') {
			const payload = { id, doc: saying(`edit ${seq}`), lang: 'lv', revision: seq, editedAt: at };
			return { ...common, name: 'post.edited', payload };
		}
		alive.splice(alive.indexOf(target), 1);
		return { ...common, name: 'post.deleted', payload: { id, deletedAt: at } };
	});
}

/** A server that holds the whole history and answers every follow with what was missed. */
function lineTo(events: Envelope[]) {
	let hear: (envelope: Envelope) => void = () => {};
	let connected: () => void = () => {};
	const line: Line = {
		open: async () => {},
		hear(_stream, listener, whenConnected) {
			hear = listener;
			connected = whenConnected;
			return () => {};
		},
		follow: vi.fn<Line['follow']>(async (_stream, seq) => ({ ok: { events: events.slice(seq) } }))
	};
	return { line, deliver: (envelope: Envelope) => hear(envelope), connect: () => connected() };
}

const stops: (() => void)[] = [];

/** It would look now and then as long as nobody stops it. */
function start(live: LiveThread): void {
	stops.push(live.start());
}

afterEach(() => stops.splice(0).forEach((stop) => stop()));

const nothingToFetch = { post: async () => null, answers: async () => [], everything: async () => {} };

test('packets lost, doubled and out of order end in the state of a fresh load', async () => {
	const kinds = fc.array(fc.constantFrom('post' as const, 'edit' as const, 'delete' as const), {
		minLength: 1,
		maxLength: 20
	});
	await fc.assert(
		fc.asyncProperty(kinds, fc.infiniteStream(fc.nat(1000)), async (what, dice) => {
			const events = history(what);
			const { line, deliver, connect } = lineTo(events);
			const live = new LiveThread(empty, line, nothingToFetch);
			start(live);
			const packets = events
				.flatMap((event) => Array.from({ length: (dice.next().value ?? 0) % 3 }, () => event))
				.sort(() => ((dice.next().value ?? 0) % 2) - 0.5);
			for (const packet of packets) deliver(packet);
			connect();
			await vi.waitFor(() => expect(live.current.seq).toBe(events.length), { interval: 1 });
			expect(live.current).toEqual(events.reduce(apply, empty));
		}),
		{ numRuns: 60 }
	);
});

test('what was missed while away is asked for once the line is back, and comes exactly', async () => {
	const events = history(['post', 'post', 'edit', 'post']);
	const { line, connect } = lineTo(events);
	const live = new LiveThread({ ...empty, seq: 1, posts: [post(1)] }, line, nothingToFetch);
	start(live);
	connect();
	await vi.waitFor(() => expect(live.current.seq).toBe(4));
	expect(line.follow).toHaveBeenCalledExactlyOnceWith(stream, 1);
});

test('too far behind, the page loads its data anew', async () => {
	const { line, connect } = lineTo([]);
	line.follow = async () => ({ ok: { tooFar: true } });
	const everything = vi.fn(async () => {});
	start(new LiveThread(empty, line, { ...nothingToFetch, everything }));
	connect();
	await vi.waitFor(() => expect(everything).toHaveBeenCalledOnce());
});

test('a server in trouble is asked again later, and the page stays as it is', async () => {
	const { line, connect } = lineTo([]);
	const follow = vi.fn(async () => ({ refused: { code: 'failed' } }));
	const everything = vi.fn(async () => {});
	start(new LiveThread(empty, { ...line, follow }, { ...nothingToFetch, everything }));
	connect();
	await vi.waitFor(() => expect(follow).toHaveBeenCalledOnce());
	expect(everything).not.toHaveBeenCalled();
});

test('a text that was fetched before its post was deleted does not bring it back', async () => {
	const { seq: _, ...payload } = post(1, null);
	const { line, deliver } = lineTo([]);
	const { promise: coming, resolve: arrive } = Promise.withResolvers<Post>();
	const live = new LiveThread(empty, line, { ...nothingToFetch, post: () => coming });
	start(live);
	deliver({ stream, seq: 1, actor: 'p', at, name: 'post.posted', payload });
	deliver({ stream, seq: 2, actor: 'p', at, name: 'post.deleted', payload: { id: 'post-1', deletedAt: at } });
	arrive(post(1, saying('long')));
	await coming;
	await Promise.resolve();
	expect(live.current.posts).toMatchObject([{ id: 'post-1', doc: null, deletedAt: at }]);
});

test('a text too large to travel is fetched', async () => {
	const long = post(1, saying('long'));
	const { seq: _, ...payload } = post(1, null);
	const { line, deliver } = lineTo([]);
	const live = new LiveThread(empty, line, { ...nothingToFetch, post: async () => long });
	start(live);
	deliver({ stream, seq: 1, actor: 'p', at, name: 'post.posted', payload });
	flushSync();
	await vi.waitFor(() => expect(live.current.posts).toEqual([long]));
});

test('a window that ends before the newest posts does not grow at its end', () => {
	const [event] = history(['post']);
	if (!event) throw new Error('no event');
	expect(apply({ ...empty, later: true }, event)).toEqual({ ...empty, later: true, seq: 1 });
});

const common = { stream, actor: 'p', at };
const answer = (n: number): Post => ({ ...post(n), root: 1 });

/** A discussion of which only the last answer is shown, and answers on their way to it. */
function unfolding() {
	const { line, deliver } = lineTo([]);
	const { promise: coming, resolve: arrive } = Promise.withResolvers<Post[]>();
	const live = new LiveThread({ ...empty, seq: 9, posts: [{ ...post(1), replies: 3 }, answer(9)] }, line, {
		...nothingToFetch,
		answers: () => coming
	});
	start(live);
	return { live, deliver, unfolded: live.unfold(1), arrive };
}

test('earlier answers come in their places, and with what happened to them on their way', async () => {
	const { live, deliver, unfolded, arrive } = unfolding();
	deliver({ ...common, seq: 10, name: 'post.hidden', payload: { id: 'post-5', hiddenAt: at } });
	deliver({ ...common, seq: 11, name: 'post.posted', payload: { ...posted(11), root: 1 } });
	deliver({
		...common,
		seq: 12,
		name: 'post.edited',
		payload: { id: 'post-7', doc: saying('seven'), lang: 'lv', revision: 2, editedAt: at }
	});
	arrive([answer(5), answer(7)]);
	await unfolded;
	expect(live.current.posts.map(({ seq }) => seq)).toEqual([1, 5, 7, 9, 11]);
	expect(live.current.posts.find(({ seq }) => seq === 5)).toMatchObject({ hiddenAt: at, doc: null });
	expect(live.current.posts.find(({ seq }) => seq === 7)?.doc).toEqual(saying('seven'));
});

test('asked for twice, earlier answers come once; a page loaded meanwhile is left as it is', async () => {
	const { live, unfolded, arrive } = unfolding();
	const again = live.unfold(1);
	arrive([answer(5)]);
	await Promise.all([unfolded, again]);
	expect(live.current.posts.map(({ seq }) => seq)).toEqual([1, 5, 9]);
	const late = unfolding();
	const anew = { ...empty, seq: 20, posts: [post(20)] };
	late.live.reload(anew);
	late.arrive([answer(5)]);
	await late.unfolded;
	expect(late.live.current).toEqual(anew);
});

test('without a line nothing is unfolded, and nothing breaks', async () => {
	const { line } = lineTo([]);
	const live = new LiveThread({ ...empty, seq: 1, posts: [post(1)] }, line, {
		...nothingToFetch,
		answers: () => Promise.reject(new Error('503'))
	});
	await live.unfold(1);
	expect(live.current.posts).toEqual([post(1)]);
});

test('a text that is fetched leaves reactions and answers as the stream told them', async () => {
	const { line, deliver } = lineTo([]);
	const { promise: coming, resolve: arrive } = Promise.withResolvers<Post>();
	const live = new LiveThread(empty, line, { ...nothingToFetch, post: () => coming });
	start(live);
	const by = { id: 'q', name: 'Elio', city: null };
	deliver({ ...common, seq: 1, name: 'post.posted', payload: posted(1, null) });
	deliver({ ...common, seq: 2, name: 'post.reacted', payload: { id: 'post-1', kind: 'agree', by, on: true } });
	deliver({ ...common, seq: 3, name: 'post.posted', payload: { ...posted(3), root: 1 } });
	arrive(post(1, saying('long')));
	await vi.waitFor(() =>
		expect(live.current.posts[0]).toEqual({ ...post(1, saying('long')), replies: 1, reactions: [{ kind: 'agree', by: [by] }] })
	);
});
