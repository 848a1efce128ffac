import { afterEach, expect, test } from 'vitest';
import type { mergeTexts } from '#lib/model/documents/merge.ts';
import { ComputingFailed, createComputing } from '#lib/server/platform/computing.ts';

const computing = createComputing(5_000);
afterEach(() => computing.stop());

const merging = { module: 'documents/merge.ts', name: 'mergeTexts' };

test('a function of the model is computed in another thread, several at a time', async () => {
	const all = await Promise.all(
		Array.from({ length: 7 }, (_, n) => computing.run<typeof mergeTexts>(merging, 'One two.', `One ${n} two.`, 'One two, three.'))
	);
	expect(all.map(({ text }) => text)).toEqual(Array.from({ length: 7 }, (_, n) => `One ${n} two, three.`));
});

test('what is not there, and what throws, is said to have failed; the next one is computed', async () => {
	await expect(computing.run({ module: 'documents/merge.ts', name: 'nothing' })).rejects.toThrow(ComputingFailed);
	await expect(computing.run({ module: 'documents/nothing.ts', name: 'nothing' })).rejects.toThrow(ComputingFailed);
	await expect(computing.run<() => void>({ module: 'documents/merge.ts', name: 'mergeTexts' })).rejects.toThrow(ComputingFailed);
	expect((await computing.run<typeof mergeTexts>(merging, 'One.', 'Two.', 'One.')).text).toBe('Two.');
});

test('who waits for a thread that is ended hears of it, and another thread takes its place', async () => {
	const waiting = computing.run<typeof mergeTexts>(merging, 'One.', 'Two.', 'One.');
	const failed = expect(waiting).rejects.toThrow(ComputingFailed);
	await computing.stop();
	await failed;
	expect((await computing.run<typeof mergeTexts>(merging, 'One.', 'Two.', 'One.')).text).toBe('Two.');
});

test('a thread that takes too long is ended', async () => {
	const hasty = createComputing(1);
	const words = (of: string) => Array.from({ length: 4_000 }, (_, n) => `${of}${(n * 7919) % 4001}`).join(' ');
	await expect(hasty.run<typeof mergeTexts>(merging, words('a'), words('b'), words('c'))).rejects.toThrow(ComputingFailed);
	await hasty.stop();
});
