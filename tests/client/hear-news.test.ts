import { expect, test, vi } from 'vitest';
import { hearNews, type NewsWays } from '#lib/client/hear-news.ts';
import type { LiveState } from '#lib/client/live-state.svelte.ts';
import type { Envelope } from '#lib/model/events.ts';

type Line = ConstructorParameters<typeof LiveState>[1];

/** A line on which streams can be told of, and what it answers who comes back. */
function lineTo(missed: Envelope[] | 'too far' = []) {
	const hearers = new Map<string, { hear: (envelope: Envelope) => void; connected: () => void }>();
	const line = {
		open: async () => {},
		hear(stream: string, hear: (envelope: Envelope) => void, connected: () => void) {
			hearers.set(stream, { hear, connected });
			return () => void hearers.delete(stream);
		},
		follow: vi.fn<Line['follow']>(async () => (missed === 'too far' ? { ok: { tooFar: true } } : { ok: { events: missed } }) as never)
	};
	return { line, hearers, tell: (event: Envelope) => hearers.get(event.stream)?.hear(event) };
}

const event = (seq: number, name = 'practice.published', stream = 'practice:1') =>
	({ stream, seq, name, actor: 'p', at: '2018-03-01T10:00:00.000Z', payload: { id: '1' } }) as unknown as Envelope;
const settled = () =>
	new Promise((resolve) => {
		setTimeout(resolve);
	});

/** Loads that end when they are told to. */
function pageOf(shown = 'practice.') {
	const loads: { news: string[]; end: () => void }[] = [];
	const ways: NewsWays = {
		isNews: ({ name }) => name.startsWith(shown),
		changed: (news) =>
			new Promise((end) => {
				loads.push({ news: news.map(({ seq, stream }) => `${stream} ${seq}`), end });
			})
	};
	return { loads, ways };
}

test('what happens together is loaded once, and what comes while it is loaded once more', async () => {
	const { line, tell } = lineTo();
	const { loads, ways } = pageOf();
	hearNews([{ stream: 'practice:1', seq: 4 }], line, ways);
	for (const seq of [5, 6]) tell(event(seq));
	await settled();
	expect(loads.map(({ news }) => news)).toEqual([['practice:1 5', 'practice:1 6']]);
	for (const seq of [7, 8]) tell(event(seq));
	await settled();
	expect(loads).toHaveLength(1);
	loads[0]?.end();
	await settled();
	expect(loads.map(({ news }) => news)[1]).toEqual(['practice:1 7', 'practice:1 8']);
	loads[1]?.end();
	await settled();
	expect(loads).toHaveLength(2);
});

test('what the page does not show, or has, loads nothing', async () => {
	const { line, tell } = lineTo();
	const { loads, ways } = pageOf();
	hearNews([{ stream: 'practice:1', seq: 4 }], line, ways);
	tell(event(4));
	tell(event(5, 'post.posted'));
	await settled();
	expect(loads).toEqual([]);
});

test('several streams are heard, and none after one stops', async () => {
	const { line, tell, hearers } = lineTo();
	const { loads, ways } = pageOf();
	const stop = hearNews(
		[
			{ stream: 'practice-draft:1', seq: 9 },
			{ stream: 'practice:1', seq: 4 }
		],
		line,
		ways
	);
	tell(event(10, 'practice.returned', 'practice-draft:1'));
	await settled();
	expect(loads[0]?.news).toEqual(['practice-draft:1 10']);
	// It comes while the page is being left.
	tell(event(5));
	stop();
	loads[0]?.end();
	await settled();
	expect(loads).toHaveLength(1);
	expect(hearers.size).toBe(0);
});

test('who was away hears what was missed; where that is too much, the page is loaded as it is', async () => {
	const missed = lineTo([event(5), event(6)]);
	const page = pageOf();
	hearNews([{ stream: 'practice:1', seq: 4 }], missed.line, page.ways);
	missed.hearers.get('practice:1')?.connected();
	await settled();
	expect(page.loads[0]?.news).toEqual(['practice:1 5', 'practice:1 6']);

	const far = lineTo('too far');
	const other = pageOf();
	hearNews([{ stream: 'practice:1', seq: 4 }], far.line, other.ways);
	far.hearers.get('practice:1')?.connected();
	await settled();
	expect(other.loads[0]?.news).toEqual([]);
});

test('where too much was missed, what is said meanwhile has it loaded once, and whoever stopped asks no more', async () => {
	const { line, tell, hearers } = lineTo('too far');
	let loads = 0;
	const stop = hearNews([{ stream: 'practice:1', seq: 4 }], line, {
		isNews: () => true,
		async changed() {
			loads += 1;
			await settled();
			// What was loaded is heard on anew.
			stop();
		}
	});
	hearers.get('practice:1')?.connected();
	tell(event(900));
	for (let n = 0; n < 5; n += 1) await settled();
	expect(loads).toBe(1);
	expect(line.follow.mock.calls.length).toBeLessThan(3);
});

test('a page that was left while one asked what was missed is not loaded', async () => {
	const { line, hearers } = lineTo('too far');
	const { loads, ways } = pageOf();
	const stop = hearNews([{ stream: 'practice:1', seq: 4 }], line, ways);
	hearers.get('practice:1')?.connected();
	stop();
	await settled();
	expect(loads).toEqual([]);
});
