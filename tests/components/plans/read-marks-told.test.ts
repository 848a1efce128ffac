import { expect, test, vi } from 'vitest';
import { ReadMarksTold } from '#lib/components/plans/read/read-marks-told.ts';

const [earlier, later] = ['2026-03-02T10:00:00.000Z', '2026-03-02T10:01:00.000Z'];

test('what stood before its reader is told once, and again where its words or rows are newer', () => {
	const tell = vi.fn(() => Promise.resolve(null));
	const told = new ReadMarksTold(tell);
	const seen = [
		{ n: 1, rowsAt: null },
		{ n: 1, rowsAt: null },
		{ n: 1, rowsAt: earlier },
		{ n: 1, rowsAt: earlier },
		{ n: 1, rowsAt: later },
		{ n: 2, rowsAt: later },
		{ n: 2, rowsAt: later },
		{ n: 1, rowsAt: earlier },
		{ n: 2, rowsAt: null }
	];
	for (const one of seen) told.stood('risks', one);
	told.stood('vision', { n: 1, rowsAt: null });
	expect(tell.mock.calls).toEqual([
		[{ id: 'risks', n: 1, rowsAt: null }],
		[{ id: 'risks', n: 1, rowsAt: earlier }],
		[{ id: 'risks', n: 1, rowsAt: later }],
		[{ id: 'risks', n: 2, rowsAt: later }],
		[{ id: 'vision', n: 1, rowsAt: null }]
	]);
});

test('what never arrived is told again', async () => {
	const tell = vi.fn(() => Promise.reject<null>(new Error('away')));
	const told = new ReadMarksTold(tell);
	told.stood('risks', { n: 1, rowsAt: earlier });
	await Promise.resolve();
	await Promise.resolve();
	told.stood('risks', { n: 1, rowsAt: earlier });
	expect(tell).toHaveBeenCalledTimes(2);
});
