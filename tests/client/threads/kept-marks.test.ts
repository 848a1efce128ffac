import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { expect, test, vi } from 'vitest';
import { keptMarks, type KeptMark } from '#lib/client/threads/kept-marks.ts';
import { sendWhatIsLeft } from '#lib/client/left-behind.ts';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import { tellMarks } from '#lib/client/threads/tell-marks.ts';
import type { CommandName } from '#lib/model/commands.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { saying } from '../../support/saying.ts';

const mark = (seq: number, { personId = 'ilze', stream = 'meeting:1' } = {}): KeptMark => ({
	personId,
	stream,
	read: [[1, seq]],
	jumped: []
});
const told = (seq: number, { stream = 'meeting:1', from = 1 } = {}) => ({ stream, read: [[from, seq]], jumped: [] });

const said = (text: string) => ({ slug: 'here', doc: saying(text), lang: 'en' });

/** A line that is down until it is opened or comes back. */
function lineThat(answer: () => Promise<Answer<unknown>> = async () => ({ ok: null })) {
	let works: (() => void)[] = [];
	let up = false;
	const connect = () => {
		up = true;
		for (const work of works) work();
	};
	const command = vi.fn(async (_name: CommandName, _input: object) => answer() as Promise<Answer<never>>);
	return {
		open: vi.fn(async () => connect()),
		recount: vi.fn(),
		command,
		state: 'live' as const,
		whenever(work: () => void) {
			works = [...works, work];
			if (up) work();
			return () => void (works = works.filter((one) => one !== work));
		},
		connect,
		told: () => command.mock.calls.map(([name, input]) => [name, 'read' in input && input.read])
	};
}

test('a mark is kept by person and stream, and never goes back', async () => {
	await Promise.all([4, 9, 7].map((seq) => keptMarks.raise(mark(seq))));
	await keptMarks.raise(mark(2, { stream: 'meeting:2' }));
	await keptMarks.raise(mark(30, { personId: 'rui' }));
	expect(await keptMarks.of('ilze')).toEqual([mark(9), mark(2, { stream: 'meeting:2' })]);
	await keptMarks.told(mark(8));
	expect(await keptMarks.of('ilze')).toContainEqual({ ...mark(9), read: [[9, 9]] });
	await keptMarks.told(mark(9));
	await keptMarks.told(mark(9));
	expect(await keptMarks.of('ilze')).toEqual([mark(2, { stream: 'meeting:2' })]);
	await keptMarks.told(mark(2, { stream: 'meeting:2' }));
	await keptMarks.told(mark(30, { personId: 'rui' }));
});

test('what was read is no longer jumped over, whichever was kept first', async () => {
	const read = { ...mark(3), read: [[3, 3]] } satisfies KeptMark;
	const jumped = { ...mark(0), read: [], jumped: [[1, 6]] } satisfies KeptMark;
	for (const [first, then] of [
		[read, jumped],
		[jumped, read]
	] as const) {
		await keptMarks.raise(first);
		await keptMarks.raise(then);
		const [kept] = await keptMarks.of('ilze');
		expect(kept).toMatchObject({
			read: [[3, 3]],
			jumped: [
				[1, 2],
				[4, 6]
			]
		});
		if (kept) await keptMarks.told(kept);
		expect(await keptMarks.of('ilze')).toEqual([]);
	}
});

test('what somebody came to while it was told as jumped over is told as read', async () => {
	const jumped = { ...mark(0), read: [], jumped: [[1, 6]] } satisfies KeptMark;
	await keptMarks.raise(jumped);
	await keptMarks.raise({ ...mark(3), read: [[3, 3]] });
	await keptMarks.told(jumped);
	expect(await keptMarks.of('ilze')).toMatchObject([{ read: [[3, 3]], jumped: [] }]);
	await keptMarks.told(mark(3));
});

test('what an earlier version kept is told, and joined with what is read since', async () => {
	const store = createStore('swing-read', 'untold');
	await set('ilze meeting:1', { personId: 'ilze', stream: 'meeting:1', seq: 7 }, store);
	await set('ilze meeting:2', { personId: 'ilze', stream: 'meeting:2', seq: 2 }, store);
	await keptMarks.raise({ ...mark(9), read: [[9, 9]] });
	expect(await keptMarks.of('ilze')).toEqual([
		{
			...mark(7),
			read: [
				[1, 7],
				[9, 9]
			]
		},
		mark(2, { stream: 'meeting:2' })
	]);
	const line = lineThat();
	await tellMarks('ilze', line);
	expect(line.told()).toEqual([
		[
			'markRead',
			[
				{
					...told(7),
					read: [
						[1, 7],
						[9, 9]
					]
				},
				told(2, { stream: 'meeting:2' })
			]
		]
	]);
	expect(await keptMarks.of('ilze')).toEqual([]);
});

test('what is told is forgotten, what was read further meanwhile and what was not taken is not', async () => {
	await keptMarks.raise(mark(5));
	await tellMarks(
		'ilze',
		lineThat(async () => Promise.reject(new Error('no connection')))
	);
	await tellMarks(
		'ilze',
		lineThat(async () => ({ refused: { code: 'failed' } }))
	);
	expect(await keptMarks.of('ilze')).toEqual([mark(5)]);
	const reading = lineThat(async () => {
		await keptMarks.raise(mark(6));
		return { ok: null };
	});
	await tellMarks('ilze', reading);
	expect(reading.told()).toEqual([['markRead', [told(5)]]]);
	expect(await keptMarks.of('ilze')).toEqual([{ ...mark(6), read: [[6, 6]] }]);
	const line = lineThat();
	await tellMarks('ilze', line);
	await tellMarks('ilze', line);
	expect(line.told()).toEqual([['markRead', [told(6, { from: 6 })]]]);
});

test('another page, after a restart, opens a line for what was left and sends it, and tells what was read once somebody stirs', async () => {
	await keptMarks.raise(mark(8));
	await new Outbox('ilze', { ...lineThat(() => Promise.reject(new Error('no connection'))) }).add(
		'meeting:1',
		'postMessage',
		said('left')
	);
	const line = lineThat(async () => ({ ok: { id: 'x', seq: 9 } }));
	const outbox = new Outbox('ilze', line);
	const stop = sendWhatIsLeft('ilze', outbox, line);
	await vi.waitFor(() => expect(line.open).toHaveBeenCalledOnce());
	await vi.waitFor(() => expect(outbox.waiting).toMatchObject([{ done: 9 }]));
	expect(line.told()).toEqual([['postMessage', false]]);
	dispatchEvent(new Event('pointermove'));
	await vi.waitFor(async () => expect(await keptMarks.of('ilze')).toEqual([]));
	expect(line.command.mock.calls.map(([name]) => name).sort()).toEqual(['markRead', 'postMessage']);
	expect(line.recount).toHaveBeenCalledOnce();
	stop();
	await keptMarks.raise(mark(9));
	line.connect();
	expect(line.command).toHaveBeenCalledTimes(2);
	await keptMarks.told(mark(9));
});

test('who left nothing, or nothing but what was refused, needs no line', async () => {
	const outbox = new Outbox(
		'rui',
		lineThat(async () => ({ refused: { code: 'forbidden' } }))
	);
	await outbox.add('meeting:1', 'postMessage', said('no'));
	await vi.waitFor(() => expect(outbox.waiting).toMatchObject([{ refused: { code: 'forbidden' } }]));
	const line = lineThat();
	const again = new Outbox('rui', line);
	const stop = sendWhatIsLeft('rui', again, line);
	await vi.waitFor(() => expect(again.waiting).toHaveLength(1));
	await keptMarks.of('rui');
	expect(line.open).not.toHaveBeenCalled();
	stop();
});
