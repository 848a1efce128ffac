import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { keptWrites } from '#lib/client/kept-writes.ts';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import type { Placed } from '#lib/model/command.ts';
import type { PlacingCommand, Sent } from '#lib/model/commands.ts';
import { toText } from '#lib/model/documents/text.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { saying } from '../support/saying.ts';

let seq = 0;

const said = (text: string) => ({ slug: 'here', doc: saying(text), lang: 'en' });

const textOf = (input: Sent<PlacingCommand>) => ('doc' in input ? toText(input.doc).text.trim() : undefined);

function lineThat(answers: (() => Promise<Answer<Placed>>)[], state: 'live' | 'broken' = 'live') {
	let connected = () => {};
	const command = vi.fn(async (_name: PlacingCommand, _input: Sent<PlacingCommand>, _by: string): Promise<Answer<Placed>> => {
		const answer = answers.shift();
		return answer ? answer() : { ok: { id: 'x', seq: (seq += 1) } };
	});
	const line = {
		state,
		command,
		whenever(work: () => void) {
			connected = work;
			return () => {};
		}
	};
	const connect = (): void => {
		line.state = 'live';
		connected();
	};
	return { line, connect, texts: () => command.mock.calls.map(([, input]) => textOf(input)) };
}

const noAnswer = () => Promise.reject(new Error('no connection'));
const never = () => new Promise<never>(() => {});

/** Hears that another tab has changed something, as browsers tell it. */
const otherTab = () => dispatchEvent(new StorageEvent('storage', { key: 'swing-outbox' }));

/** Two tabs of a person, both without a line at first. */
async function twoTabs(person: string) {
	const [here, there] = [lineThat([], 'broken'), lineThat([], 'broken')];
	const [one, two] = [new Outbox(person, here.line), new Outbox(person, there.line)];
	await one.start();
	await two.start();
	return { here, there, one, two };
}

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
	seq = 0;
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

test('writes go out as they were written, also when the clock is put back between them', async () => {
	const { one, two, there } = await twoTabs('clock');
	const now = vi.spyOn(Date, 'now').mockReturnValue(2_000_000_000_000);
	await one.add('here', 'postMessage', said('first'));
	now.mockReturnValue(1_000_000_000_000);
	await two.add('here', 'postMessage', said('second'));
	await one.add('here', 'postMessage', said('third'));
	there.connect();
	await vi.waitFor(() => expect(there.texts()).toEqual(['first', 'second', 'third']));
});

test('what was written in a tab that is gone is seen in the others, and sent when the line comes back', async () => {
	const { one, two, there } = await twoTabs('gone');
	await one.add('here', 'postMessage', said('left behind'));
	otherTab();
	await vi.waitFor(() => expect(two.waiting).toMatchObject([{ input: said('left behind'), done: null }]));
	there.connect();
	await vi.waitFor(() => expect(two.waiting).toMatchObject([{ done: expect.any(Number) as number }]));
	expect(there.texts()).toEqual(['left behind']);
});

test('what the tab in which it was written does not send is sent by another that has a line', async () => {
	const { one, two, there } = await twoTabs('helped');
	there.connect();
	await one.add('here', 'postMessage', said('by the other tab'));
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	otherTab();
	await vi.waitFor(() => expect(two.waiting).toHaveLength(1));
	expect(there.texts()).toEqual([]);
	await vi.advanceTimersByTimeAsync(5000);
	vi.useRealTimers();
	await vi.waitFor(() => expect(there.texts()).toEqual(['by the other tab']));
});

test('what was edited in one tab is not sent by the other as it was', async () => {
	const { one, two, here, there } = await twoTabs('edited');
	await one.add('here', 'postMessage', said('old'));
	otherTab();
	await vi.waitFor(() => expect(two.waiting).toHaveLength(1));
	const taken: unknown[] = [];
	await one.takeBack(one.waiting[0]?.commandId ?? '', async ({ input }) => taken.push(input) > 0);
	await one.add('here', 'postMessage', said('new'));
	expect(taken).toEqual([said('old')]);
	there.connect();
	await vi.waitFor(() => expect(two.waiting).toMatchObject([{ done: expect.any(Number) as number }]));
	here.connect();
	await vi.waitFor(() => expect(one.waiting).toEqual([]));
	expect([...there.texts(), ...here.texts()]).toEqual(['new']);
});

test('what nobody took over stays', async () => {
	const { one, two } = await twoTabs('nobody');
	await one.add('here', 'postMessage', said('stays'));
	await one.takeBack(one.waiting[0]?.commandId ?? '', () => Promise.resolve(false));
	otherTab();
	await vi.waitFor(() => expect(two.waiting).toHaveLength(1));
	expect(one.waiting).toHaveLength(1);
});

test('what was discarded in one tab does not come back from another that was refused too', async () => {
	let refuse: (answer: Answer<Placed>) => void = () => {};
	const slow = lineThat([
		() =>
			new Promise((resolve) => {
				refuse = resolve;
			})
	]);
	const two = new Outbox('discarded', slow.line);
	await two.add('here', 'postMessage', said('no'));
	await vi.waitFor(() => expect(slow.line.command).toHaveBeenCalled());
	const quick = lineThat([async () => ({ refused: { code: 'forbidden' } })]);
	const one = new Outbox('discarded', quick.line);
	await one.start();
	quick.connect();
	await vi.waitFor(() => expect(one.waiting).toMatchObject([{ refused: { code: 'forbidden' } }]));
	await one.takeBack(one.waiting[0]?.commandId ?? '');
	refuse({ refused: { code: 'forbidden' } });
	await vi.waitFor(() => expect(two.waiting).toEqual([]));
	const reloaded = new Outbox('discarded', lineThat([]).line);
	await reloaded.start();
	expect(reloaded.waiting).toEqual([]);
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

test('of several tabs one sends at a time', async () => {
	let last: Promise<unknown> = Promise.resolve();
	const request = (_name: string, work: () => Promise<void>) => (last = last.catch(() => {}).then(work));
	vi.stubGlobal('navigator', { locks: { request } });
	const { one, two, here, there } = await twoTabs('locked');
	await one.add('here', 'postMessage', said('once'));
	here.line.command.mockImplementationOnce(never);
	here.connect();
	await vi.waitFor(() => expect(here.texts()).toEqual(['once']));
	there.connect();
	otherTab();
	await vi.waitFor(() => expect(two.waiting).toMatchObject([{ attempted: true, done: null }]));
	expect(there.texts()).toEqual([]);
});
