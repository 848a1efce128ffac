import { expect, test } from 'vitest';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import { inOrderOfDays, lastDayOf } from '#lib/model/plans/rows/days.ts';
import { budgetSums } from '#lib/model/plans/rows/sums.ts';
import { emptyCells, isCellTold } from '#lib/model/plans/rows/waiting.ts';

const line = (values: Partial<(typeof untoldRow)['budget']>) => ({ ...untoldRow.budget, ...values });

test('amounts add by their currencies, without rounding', () => {
	const lines = [
		line({ amount: '0.10', currency: 'EUR' }),
		line({ amount: '0.20', currency: 'EUR' }),
		line({ amount: '12000', currency: 'PLN' }),
		line({})
	];
	expect(budgetSums(lines).totals).toEqual([
		{ currency: 'EUR', amount: '0.30' },
		{ currency: 'PLN', amount: '12000' }
	]);
});

test('shares say whether they add to a hundred', () => {
	const shares = (...all: string[]) => budgetSums(all.map((share) => line({ share })));
	expect(shares('85', '5', '10')).toMatchObject({ shares: '100', whole: true });
	expect(shares('33.33', '33.33', '33.34')).toMatchObject({ shares: '100', whole: true });
	expect(shares('85', '5')).toMatchObject({ shares: '90', whole: false });
	expect(shares('85', '5.5', '10')).toMatchObject({ shares: '100.50', whole: false });
	expect(budgetSums([line({})])).toEqual({ totals: [], shares: null, whole: false });
});

test('cells that a reader looks for wait for an answer; a currency alone is none', () => {
	const { action } = untoldRow;
	expect(emptyCells({ kind: 'action', values: action })).toBe(6);
	expect(emptyCells({ kind: 'action', values: { ...action, title: 'Fair', currency: 'EUR' } })).toBe(5);
	expect(emptyCells({ kind: 'action', values: { ...action, title: 'Fair', costTo: '5', currency: 'EUR' } })).toBe(4);
	expect(emptyCells({ kind: 'risk', values: { title: 'Rain', likelihood: 1, effect: 3, answer: 'Tents' } })).toBe(0);
	expect(emptyCells({ kind: 'objective', values: { title: 'Keep', description: '' } })).toBe(0);
	expect(isCellTold('measurements', untoldRow.indicator)).toBe(false);
});

test('the last day that a rough day may mean', () => {
	expect(lastDayOf({ date: '2028-02-01', precision: 'month' })).toBe('2028-02-29');
	expect(lastDayOf({ date: '2026-10-01', precision: 'quarter' })).toBe('2026-12-31');
	expect(lastDayOf({ date: '2026-05-17', precision: 'year' })).toBe('2026-12-31');
	expect(inOrderOfDays({ date: '2026-05-01', precision: 'month' }, { date: '2026-01-01', precision: 'year' })).toBe(true);
	expect(inOrderOfDays({ date: '2026-05-02', precision: 'day' }, { date: '2026-05-01', precision: 'day' })).toBe(false);
	expect(inOrderOfDays(null, { date: '2026-05-01', precision: 'day' })).toBe(true);
});
