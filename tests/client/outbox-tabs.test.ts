import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import type { Placed } from '#lib/model/command.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { lineThat, said } from '../support/outbox-line.ts';

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
