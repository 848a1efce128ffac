import { describe, expect, test } from 'vitest';
import { untoldRow, rowLimits } from '#lib/model/plans/rows/cells.ts';
import { readRowCell } from '#lib/model/plans/rows/read-typed.ts';
import type { ActionValues, IndicatorValues } from '#lib/model/plans/rows/row.ts';
import { typedRow, typedRowIn } from '#lib/model/plans/rows/typed.ts';

const written = (decimal: string) => decimal.replace('.', ',');

describe('what is typed into a cell is read as its writer means it', () => {
	test('amounts, in Latvian and in English', () => {
		const cost = (costFrom: string, costTo = '') => ({ costFrom, costTo, currency: 'EUR' });
		expect(readRowCell('cost', cost('€ 12 000'), ['en'])).toEqual({ value: { costFrom: '12000', costTo: null, currency: 'EUR' } });
		expect(readRowCell('cost', cost('12.000,50', '15 000'), ['lv'])).toEqual({
			value: { costFrom: '12000.50', costTo: '15000', currency: 'EUR' }
		});
		expect(readRowCell('amount', { amount: '3 500 zł', currency: 'EUR' }, ['lv', 'pl'])).toEqual({
			value: { amount: '3500', currency: 'PLN' }
		});
		expect(readRowCell('cost', cost(''), ['en'])).toEqual({ value: { costFrom: null, costTo: null, currency: null } });
	});

	test('dates as exactly as they are known', () => {
		expect(readRowCell('dates', { from: '03.2026', to: '' }, ['lv'])).toEqual({
			value: { from: { date: '2026-03-01', precision: 'month' }, to: null }
		});
		expect(readRowCell('dates', { from: 'May 2026', to: '2026' }, ['en'])).toMatchObject({ value: { to: { precision: 'year' } } });
	});

	test('a share with its sign', () => {
		expect(readRowCell('share', { share: '85 %' }, ['en'])).toEqual({ value: { share: '85' } });
		expect(readRowCell('share', { share: '33,33' }, ['lv'])).toEqual({ value: { share: '33.33' } });
	});

	test('measurements; one in which nothing stands is none', () => {
		const typed = { 'a.on': '2026', 'a.value': '1 200', 'a.note': ' counted ', 'b.on': '', 'b.value': '', 'b.note': '' };
		expect(readRowCell('measurements', typed, ['en'])).toEqual({
			value: { measurements: [{ id: 'a', on: { date: '2026-01-01', precision: 'year' }, value: '1200', note: 'counted' }] }
		});
	});
});

test.each([
	['cost', { costFrom: 'much', costTo: '', currency: 'EUR' }, 'cost.costFrom', 'amount_unreadable'],
	['cost', { costFrom: '20', costTo: '3', currency: 'EUR' }, 'cost.costTo', 'from_above_to'],
	['amount', { amount: '-3', currency: 'EUR' }, 'amount.amount', 'amount_negative'],
	['share', { share: '1000000' }, 'share', 'no_share'],
	['share', { share: '33.333333' }, 'share', 'share_too_fine'],
	['baseline', { baseline: '1,234' }, 'baseline', 'number_in_doubt'],
	['dates', { from: '31.02.2026', to: '' }, 'dates.from', 'day_missing'],
	['dates', { from: '2027', to: '2026' }, 'dates.to', 'from_after_to'],
	['measurements', { 'a.on': '', 'a.value': '3', 'a.note': '' }, 'measurements.a.on', 'needed'],
	['title', { title: 'x'.repeat(rowLimits.title + 1) }, 'title', 'too_long']
] as const)('in the cell %s %o is not taken, and is told at %s', (cell, typed, at, code) => {
	const read = readRowCell(cell, typed, ['lv']);
	expect('untaken' in read && read.untaken[0]).toMatchObject({ at, code });
});

test('a number in doubt is told with both readings', () => {
	expect(readRowCell('target', { target: '1.234' }, ['lv'])).toMatchObject({
		untaken: [{ typed: { readings: ['1234', '1.234'] } }]
	});
});

test('what stands in the fields is read again as the same', () => {
	const action: ActionValues = {
		...untoldRow.action,
		title: 'Fair',
		description: 'Every year.\nIn the square.',
		costFrom: '12000.50',
		currency: 'NOK',
		from: { date: '2026-03-01', precision: 'month' },
		to: { date: '2026-10-01', precision: 'quarter' },
		state: 'running',
		practice: 'p',
		module: 'm'
	};
	const indicator: IndicatorValues = {
		...untoldRow.indicator,
		baseline: '-0.5',
		target: '12',
		measurements: [{ id: 'a', on: { date: '2026-03-15', precision: 'day' }, value: '3.25', note: 'Survey' }]
	};
	for (const [kind, values] of [
		['action', action],
		['indicator', indicator]
	] as const) {
		const said = Object.entries(typedRow(kind, values, written)).map(([cell, typed]) => readRowCell(cell as 'title', typed, ['lv']));
		expect(Object.assign({}, ...said.map((read) => ('value' in read ? read.value : { untaken: read.untaken })))).toEqual(values);
	}
});

test('a posted form says which cells it has, and what is typed in them', () => {
	const form = new FormData();
	for (const [name, value] of [
		['has', 'cost'],
		['has', 'wings'],
		['cost.costFrom', '12'],
		['cost.currency', 'EUR'],
		['description.description', 'not asked'],
		['has', 'outputs'],
		['outputs.outputs', 'One\r\nTwo']
	] as const) {
		form.append(name, value);
	}
	expect(typedRowIn(form, 'action')).toEqual({ cost: { costFrom: '12', currency: 'EUR' }, outputs: { outputs: 'One\nTwo' } });
});
