import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import type { Answer } from '#lib/model/protocol.ts';

function lineThat(answers: (() => Promise<Answer<unknown>>)[]) {
	let connected = () => {};
	let seq = 0;
	const command = vi.fn(async (_name: string, _input: { commandId: string }) => {
		const answer = answers.shift();
		return answer ? answer() : { ok: { id: 'x', seq: (seq += 1) } };
	});
	return {
		line: {
			command,
			whenever(work: () => void) {
				connected = work;
				return () => {};
			}
		},
		connect: () => connected()
	};
}

const noAnswer = () => Promise.reject(new Error('no connection'));

test('without an answer the same write goes out again under the same id, in the order of writing', async () => {
	const { line, connect } = lineThat([noAnswer]);
	const outbox = new Outbox('ilze', line);
	await outbox.start();
	await outbox.add('here', 'postMessage', { text: 'one' });
	await outbox.add('here', 'postMessage', { text: 'two' });
	await vi.waitFor(() => expect(line.command).toHaveBeenCalled());
	connect();
	await vi.waitFor(() => expect(outbox.waiting.every(({ done }) => done !== null)).toBe(true));
	const sent = line.command.mock.calls.map(([, input]) => input);
	expect(sent.at(-1)).toMatchObject({ text: 'two' });
	const ones = sent.filter((input) => 'text' in input && input.text === 'one');
	expect(ones.length).toBeGreaterThan(1);
	expect(new Set(ones.map(({ commandId }) => commandId)).size).toBe(1);
});

test('what the server refuses is kept with the reason, and does not hold up the rest', async () => {
	const { line } = lineThat([async () => ({ refused: { code: 'invalid' } })]);
	const outbox = new Outbox('ilze', line);
	await outbox.add('here', 'postMessage', { text: 'one' });
	await outbox.add('here', 'postMessage', { text: 'two' });
	await vi.waitFor(() => expect(outbox.waiting.at(-1)?.done).not.toBeNull());
	expect(outbox.waiting[0]).toMatchObject({ refused: { code: 'invalid' }, input: { text: 'one' } });
	await outbox.takeBack(outbox.waiting[0]?.commandId ?? '');
	expect(outbox.waiting.some(({ refused }) => refused)).toBe(false);
});

test('what waits is there again after a reload, for the one who wrote it', async () => {
	const first = new Outbox('ilze', lineThat([noAnswer]).line);
	await first.add('here', 'postMessage', { text: 'kept' });
	const [entry] = first.waiting;
	const { line } = lineThat([noAnswer]);
	const [reloaded, anothers] = [new Outbox('ilze', line), new Outbox('rui', line)];
	await reloaded.start();
	await anothers.start();
	expect(reloaded.waiting).toContainEqual(entry);
	expect(anothers.waiting).toEqual([]);
});

test('what is done stays until it has come back, whatever is written meanwhile', async () => {
	const outbox = new Outbox('ilze', lineThat([]).line);
	await outbox.add('here', 'postMessage', { text: 'one' });
	await vi.waitFor(() => expect(outbox.waiting).toMatchObject([{ done: 1 }]));
	await outbox.add('here', 'react', { id: 'p', kind: 'agree', on: true });
	await vi.waitFor(() => expect(outbox.waiting).toMatchObject([{ done: 1 }, { done: 2 }]));
	outbox.settle('elsewhere', 9);
	outbox.settle('here', 0);
	expect(outbox.waiting).toHaveLength(2);
	outbox.settle('here', 1);
	expect(outbox.waiting).toMatchObject([{ name: 'react', done: 2 }]);
	outbox.settle('here', 5);
	expect(outbox.waiting).toEqual([]);
});

test('what is not sent yet, or was refused, is never settled', async () => {
	const refused = new Outbox('ilze', lineThat([async () => ({ refused: { code: 'forbidden' } })]).line);
	await refused.add('here', 'postMessage', { text: 'no' });
	await vi.waitFor(() => expect(refused.waiting[0]?.refused).not.toBeNull());
	const unsent = new Outbox('rui', lineThat([noAnswer]).line);
	await unsent.add('here', 'postMessage', { text: 'later' });
	for (const outbox of [refused, unsent]) outbox.settle('here', 99);
	expect([refused.waiting.length, unsent.waiting.length]).toEqual([1, 1]);
});
