import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatter } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locales.ts';
import { costWords } from '#lib/i18n/practice-amounts.ts';
import { fieldNumber, showAmount } from '#lib/i18n/numbers-in-fields.ts';
import { sayTypedProblem } from '#lib/i18n/typed-problems.ts';
import { currencies, readAmount } from '#lib/model/quantities/amount.ts';
import { readFigure } from '#lib/model/quantities/figure.ts';
import { readPeriod } from '#lib/model/quantities/period.ts';
import { precisions } from '#lib/model/quantities/precision.ts';

describe.each(locales)('what a field shows in %s is read again as the same', (locale) => {
	test('amounts, to the last cent', () => {
		fc.assert(
			fc.property(fc.bigInt(0n, 999_999_999_999n), fc.nat(99), fc.constantFrom(...currencies), (whole, cents, currency) => {
				const value = cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`;
				expect(readAmount(fieldNumber(value, locale), locale)).toEqual({ value });
				expect(readAmount(showAmount({ value, currency }, locale), locale)).toEqual({ value, currency });
			})
		);
	});

	test('figures', () => {
		fc.assert(
			fc.property(fc.integer(), fc.nat(5), (digits, places) => {
				const value = String(digits / 10 ** places);
				if (!value.includes('e')) expect(readFigure(fieldNumber(value, locale), locale)).toEqual({ value });
			})
		);
	});

	test('periods', () => {
		const months = { day: '2026-08-25', month: '2026-08-01', quarter: '2026-07-01', year: '2026-01-01' };
		for (const precision of precisions) {
			const date = months[precision];
			expect(readPeriod(formatter(locale, 'UTC').uncertainDate(date, precision), locale)).toEqual({ date, precision });
		}
	});
});

test('amounts are shown as the reader writes them, without empty cents', () => {
	expect(showAmount({ value: '12000', currency: 'EUR' }, 'en')).toBe('€12,000');
	expect(showAmount({ value: '12000.50', currency: 'PLN' }, 'lv')).toBe('12\u00a0000,50\u00a0PLN');
	expect(fieldNumber('12000.50', 'lv')).toBe('12\u00a0000,50');
});

test('a number in doubt is told with what to write instead, and that is taken', () => {
	const typed = readFigure('1,234', 'lv');
	if (!('problem' in typed)) throw new Error('it was taken');
	const said = sayTypedProblem(typed.problem, 'lv');
	expect(said).toBe('„1,234” var saprast divējādi. Rakstiet 1234, ja domājat tūkstošus, vai 1,2340, ja domājat daļu.');
	expect(readFigure('1234', 'lv')).toEqual({ value: '1234' });
	expect(readFigure('1,2340', 'lv')).toEqual({ value: '1.234' });
});

test.each(locales)('every reason has its words in %s', (locale) => {
	const refused = ['', '1,2345', '9'.repeat(13), '-1', '$ 1'].map((typed) => readAmount(typed, locale));
	const figures = ['many', '9'.repeat(16)].map((typed) => readFigure(typed, locale));
	const periods = ['soon', '2016–2018', '15.03.', '31.04.2026', '0026'].map((typed) => readPeriod(typed, locale));
	const said = [...refused, ...figures, ...periods].map((one) => ('problem' in one ? sayTypedProblem(one.problem, locale) : 'taken'));
	expect(new Set(said).size).toBe(12);
	expect(said).not.toContain('taken');
	expect(said[0]).toContain(locale === 'en' ? '12,000.50' : '12\u00a0000,50');
});

test('a cost with cents shows both of their digits, and one without shows none', () => {
	const plain = (words: string) => words.replace(/\s/g, ' ');
	expect(costWords({ from: '12000.5', to: null, currency: 'EUR' }, 'en')).toBe('€12,000.50');
	expect(plain(costWords({ from: '12000.5', to: null, currency: 'EUR' }, 'lv'))).toBe('12 000,50 €');
	expect(plain(costWords({ from: '12000.5', to: '15000', currency: 'EUR' }, 'en'))).toBe('€12,000.50 – €15,000.00');
	expect(costWords({ from: null, to: '15000', currency: 'EUR' }, 'en')).toBe('€15,000');
});
