import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore, set, values } from 'idb-keyval';
import { fetchDraftKeys } from '#lib/client/draft-key.ts';
import { keptWrites } from '#lib/client/kept-writes.ts';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import { testDraftKeys } from '../support/draft-keys.ts';
import { lineThat, said, textOf } from '../support/outbox-line.ts';

vi.mock('#lib/client/draft-key.ts', () => ({ fetchDraftKeys: vi.fn() }));

beforeEach(() => void vi.mocked(fetchDraftKeys).mockImplementation(testDraftKeys));

const noAnswer = () => Promise.reject(new Error('no connection'));

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

test('without an answer the same write goes out again under the same id, in the order of writing', async () => {
	const { line, connect } = lineThat([noAnswer]);
	const outbox = new Outbox('ilze', line);
	await outbox.start();
	await outbox.add('here', 'postMessage', said('one'));
	await outbox.add('here', 'postMessage', said('two'));
	await vi.waitFor(() => expect(line.command).toHaveBeenCalled());
	connect();
	await vi.waitFor(() => expect(outbox.waiting.every(({ done }) => done !== null)).toBe(true));
	const sent = line.command.mock.calls.map(([, input]) => input);
	expect(sent.at(-1)).toMatchObject(said('two'));
	const ones = sent.filter((input) => textOf(input) === 'one');
	expect(ones.length).toBeGreaterThan(1);
	expect(new Set(ones.map(({ commandId }) => commandId)).size).toBe(1);
	expect(line.command.mock.calls.map(([, , by]) => by)).toEqual(sent.map(() => 'ilze'));
});

test('what the server refuses is kept with the reason, and does not hold up the rest', async () => {
	const { line } = lineThat([async () => ({ refused: { code: 'invalid' } })]);
	const outbox = new Outbox('ilze', line);
	await outbox.add('here', 'postMessage', said('one'));
	await outbox.add('here', 'postMessage', said('two'));
	await vi.waitFor(() => expect(outbox.waiting.at(-1)?.done).not.toBeNull());
	expect(outbox.waiting[0]).toMatchObject({ refused: { code: 'invalid' }, input: said('one') });
	await outbox.takeBack(outbox.waiting[0]?.commandId ?? '');
	expect(outbox.waiting.some(({ refused }) => refused)).toBe(false);
});

test('what was sent too often waits as long as the server says, then goes out by itself, once', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	const { line } = lineThat([async () => ({ refused: { code: 'too_many', retryAfter: 20 } })]);
	const outbox = new Outbox('often', line);
	await outbox.start();
	await outbox.add('here', 'postMessage', said('one'));
	await vi.waitFor(() => expect(line.command).toHaveBeenCalledOnce());
	await vi.waitFor(() => expect(outbox.waiting[0]?.again).toBeGreaterThan(Date.now() + 15_000));
	expect(outbox.waiting[0]?.again).toBeLessThanOrEqual(Date.now() + 20_000);
	await outbox.add('here', 'postMessage', said('two'));
	expect(outbox.waiting[1]?.again, 'what is behind it waits as long').toBeGreaterThan(Date.now() + 15_000);
	await vi.advanceTimersByTimeAsync(19_000);
	expect(line.command).toHaveBeenCalledOnce();
	expect(outbox.waiting.map(({ refused, done }) => ({ refused, done }))).toEqual(
		Array.from({ length: 2 }, () => ({ refused: null, done: null }))
	);
	await vi.advanceTimersByTimeAsync(1500);
	await vi.waitFor(() => expect(outbox.waiting.every(({ done }) => done !== null)).toBe(true));
	expect(line.command.mock.calls.map(([, input]) => textOf(input))).toEqual(['one', 'one', 'two']);
});

test('once it is tried again no time is told any more, whatever comes of it', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	const often = async () => ({ refused: { code: 'too_many' as const, retryAfter: 20 } });
	const { line } = lineThat([often, () => new Promise(() => {})]);
	const outbox = new Outbox('often, then silence', line);
	await outbox.start();
	for (const text of ['one', 'two']) await outbox.add('here', 'postMessage', said(text));
	await vi.waitFor(() => expect(outbox.waiting.map(({ again = 0 }) => again > Date.now())).toEqual([true, true]));
	await vi.advanceTimersByTimeAsync(20_500);
	await vi.waitFor(() => expect(line.command).toHaveBeenCalledTimes(2));
	expect(outbox.waiting[0]?.again).toBeUndefined();
});

test('what is written just before another is told to wait tells the time too', async () => {
	const often = async () => {
		void outbox.add('here', 'postMessage', said('two'));
		return { refused: { code: 'too_many' as const, retryAfter: 20 } };
	};
	const outbox = new Outbox('written in between', lineThat([often]).line);
	await outbox.start();
	await outbox.add('here', 'postMessage', said('one'));
	await vi.waitFor(() => expect(outbox.waiting.map(({ again = 0, kept }) => kept && again > Date.now())).toEqual([true, true]));
});

test('what came over another person’s line waits on', async () => {
	const { line } = lineThat([async () => ({ refused: { code: 'other_person' } })]);
	const outbox = new Outbox('elio', line);
	const out = await outbox.add('here', 'postMessage', said('mine'));
	expect(await out()).toBe(false);
	expect(outbox.waiting).toMatchObject([{ refused: null, done: null }]);
});

test('what waits is there again after a reload, for the one who wrote it', async () => {
	const first = new Outbox('zane', lineThat([], 'broken').line);
	await first.add('here', 'postMessage', said('kept'));
	const [entry] = first.waiting;
	const { line } = lineThat([], 'broken');
	const [reloaded, anothers] = [new Outbox('zane', line), new Outbox('rui', line)];
	await reloaded.start();
	await anothers.start();
	expect(reloaded.waiting).toEqual([entry]);
	expect(anothers.waiting).toEqual([]);
});

test('what is done stays until it has come back, whatever is written meanwhile', async () => {
	const outbox = new Outbox('done', lineThat([]).line);
	expect(await (await outbox.add('here', 'postMessage', said('one')))()).toBe(true);
	expect(outbox.waiting).toMatchObject([{ done: 1 }]);
	await (
		await outbox.add('here', 'react', { id: 'p', kind: 'agree', on: true })
	)();
	expect(outbox.waiting).toMatchObject([{ done: 1 }, { done: 2 }]);
	outbox.settle('elsewhere', 9);
	outbox.settle('here', 0);
	expect(outbox.waiting).toHaveLength(2);
	outbox.settle('here', 1);
	expect(outbox.waiting).toMatchObject([{ name: 'react', done: 2 }]);
	outbox.settle('here', 5);
	expect(outbox.waiting).toEqual([]);
});

test('what is not sent yet, or was refused, is never settled', async () => {
	const refused = new Outbox('refused', lineThat([async () => ({ refused: { code: 'forbidden' } })]).line);
	await refused.add('here', 'postMessage', said('no'));
	await vi.waitFor(() => expect(refused.waiting[0]?.refused).not.toBeNull());
	const unsent = new Outbox('unsent', lineThat([noAnswer]).line);
	await unsent.add('here', 'postMessage', said('later'));
	for (const outbox of [refused, unsent]) outbox.settle('here', 99);
	expect([refused.waiting.length, unsent.waiting.length]).toEqual([1, 1]);
});

test('what may be on the server already is not given to be edited before the server has said what became of it', async () => {
	const { line, connect } = lineThat([noAnswer, async () => ({ refused: { code: 'forbidden' } })]);
	const outbox = new Outbox('unsure', line);
	await outbox.start();
	await (
		await outbox.add('here', 'postMessage', said('perhaps'))
	)();
	const over = vi.fn(() => Promise.resolve(true));
	const reloaded = new Outbox('unsure', lineThat([], 'broken').line);
	await reloaded.start();
	for (const one of [outbox, reloaded]) {
		expect(one.waiting).toMatchObject([{ attempted: true }]);
		await one.takeBack(one.waiting[0]?.commandId ?? '', over);
	}
	expect(over).not.toHaveBeenCalled();
	connect();
	await vi.waitFor(() => expect(outbox.waiting).toMatchObject([{ refused: { code: 'forbidden' } }]));
	await outbox.takeBack(outbox.waiting[0]?.commandId ?? '', over);
	expect(over).toHaveBeenCalledOnce();
	expect(outbox.waiting).toEqual([]);
});

test('where nothing can be kept the write says so, is sent all the same, and the page is not left without a word', async () => {
	vi.spyOn(keptWrites, 'add').mockResolvedValue(null);
	vi.spyOn(keptWrites, 'all').mockResolvedValue(null);
	const { line, connect } = lineThat([], 'broken');
	const outbox = new Outbox('unkept', line);
	await outbox.start();
	await outbox.add('here', 'postMessage', said('only here'));
	expect(outbox.waiting).toMatchObject([{ kept: false }]);
	const left = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
	expect(left()).toBe(false);
	connect();
	await vi.waitFor(() => expect(outbox.waiting).toMatchObject([{ done: expect.any(Number) as number }]));
	expect(left()).toBe(true);
});

test('what an earlier version of the program kept goes out as it was kept, by the slug of its meeting', async () => {
	const commandId = crypto.randomUUID();
	const input = { slug: 'coimbra-2017', doc: { type: 'doc', content: [] }, lang: 'lv', replyTo: 4 };
	await keptWrites.add(commandId, {
		commandId,
		personId: 'earlier',
		place: 'meeting:1',
		name: 'postMessage',
		input,
		writtenAt: 1,
		refused: null,
		done: null
	});
	const { line, connect } = lineThat([], 'broken');
	const stop = await new Outbox('earlier', line).start();
	connect();
	await vi.waitFor(() => expect(line.command).toHaveBeenCalledExactlyOnceWith('postMessage', { ...input, commandId }, 'earlier'));
	stop();
});

test('what waits is locked where it is kept, and what an earlier version kept as it was is locked too', async () => {
	const everything = async () => JSON.stringify(await values(createStore('swing-outbox', 'waiting')));
	const outbox = new Outbox('locks', lineThat([], 'broken').line);
	await outbox.add('here', 'postMessage', said('between us'));
	const [entry] = outbox.waiting;
	await set('former', { ...entry, commandId: 'former', input: said('from before') }, createStore('swing-outbox', 'waiting'));
	expect(await everything()).toContain('from before');
	expect(await everything()).not.toContain('between us');
	const reloaded = new Outbox('locks', lineThat([], 'broken').line);
	await reloaded.start();
	expect(reloaded.waiting.map(({ input }) => textOf({ ...input, commandId: 'c' }))).toEqual(['between us', 'from before']);
	expect(await everything()).not.toContain('from before');
});

test('without a key what is written lives in the page, which says so', async () => {
	vi.mocked(fetchDraftKeys).mockRejectedValueOnce(new TypeError('Failed to fetch'));
	const outbox = new Outbox('keyless', lineThat([], 'broken').line);
	await outbox.add('here', 'postMessage', said('one'));
	expect(outbox.waiting).toMatchObject([{ kept: false, input: said('one') }]);
});
