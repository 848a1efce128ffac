import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import type { Answer } from '#lib/model/protocol.ts';

function lineThat(answers: (() => Promise<Answer<unknown>>)[]) {
	let connected = () => {};
	const command = vi.fn(async (_name: string, _input: { commandId: string }) => {
		const answer = answers.shift();
		return answer ? answer() : { ok: {} };
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
	await vi.waitFor(() => expect(outbox.waiting.every(({ done }) => done)).toBe(true));
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
	await vi.waitFor(() => expect(outbox.waiting.at(-1)?.done).toBe(true));
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
