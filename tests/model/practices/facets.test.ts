import { expect, test } from 'vitest';
import { costBandOf, costBands, fiveYearsOf } from '#lib/model/practices/facets.ts';

test('a cost leads to the band in which it begins', () => {
	const euros = (from: string | null, to: string | null = null) => costBandOf({ from, to, currency: 'EUR' });
	expect([euros('9999.99'), euros('10000'), euros(null, '62928.00'), euros('250000'), euros('1000000')]).toEqual(costBands.slice(0, 5));
	expect(costBandOf({ from: '5', to: null, currency: 'PLN' })).toBe('other');
});

test('a period leads to the five years in which it began', () => {
	const since = (date: string) => fiveYearsOf({ from: { date, precision: 'year' }, to: null });
	expect([since('1998-01-01'), since('2014-05-01'), since('2015-01-01'), since('2019-12-31')]).toEqual([
		'before-2000',
		'2010',
		'2015',
		'2015'
	]);
});
