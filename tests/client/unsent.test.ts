import { beforeEach, expect, test, vi } from 'vitest';
import { fetchDraftKeys } from '#lib/client/draft-key.ts';
import { keptFiles, type KeptFile } from '#lib/client/kept-files.ts';
import { countUnsent } from '#lib/client/unsent.ts';
import type { Waiting } from '#lib/client/outbox.svelte.ts';
import { testDraftKeys } from '../support/draft-keys.ts';

vi.mock('#lib/client/draft-key.ts', () => ({ fetchDraftKeys: vi.fn() }));

beforeEach(() => {
	vi.mocked(fetchDraftKeys).mockImplementation(testDraftKeys);
	localStorage.clear();
});

const write = (done: number | null): Waiting => ({ done }) as Waiting;
const file = (more: object): KeptFile => ({ key: 'k', name: 'a.pdf', ...more }) as unknown as KeptFile;

test('who signs out hears of messages and files that have not arrived, and of nothing else', async () => {
	await keptFiles.keep('p1:meeting:a', [file({}), file({ file: { id: 'arrived' } })]);
	await keptFiles.keep('p1:meeting:b', [file({}), file({ refused: 'too_large' })]);
	await keptFiles.keep('p2:meeting:a', [file({})]);
	expect(await countUnsent('p1', { waiting: [write(null), write(7)] })).toBe(3);
	expect(await countUnsent('p3', { waiting: [] })).toBe(0);
});
