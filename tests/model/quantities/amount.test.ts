import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writingLanguages, type WritingLanguage } from '#lib/i18n/locales.ts';
import { readAmount } from '#lib/model/quantities/amount.ts';
import { readFigure } from '#lib/model/quantities/figure.ts';

const languages = Object.keys(writingLanguages) as WritingLanguage[];
const tag = (language: WritingLanguage): string => ({ en: 'en-GB', pt: 'pt-PT' })[language as string] ?? language;

/** The value with its currency, or what is wrong with it. */
const read = (typed: string, language: WritingLanguage): string => {
	const amount = readAmount(typed, language);
	if (!('problem' in amount)) return [amount.value, amount.currency].filter(Boolean).join(' ');
	const { code, readings } = amount.problem;
	return [code, ...(readings ?? [])].join(' ');
};

describe.each(languages)('in %s', (language) => {
	test('an amount is read as Intl writes it, with its currency', () => {
		fc.assert(
			fc.property(fc.nat(99_999_999), fc.nat(99), fc.constantFrom('EUR', 'PLN', 'GBP', 'NOK'), (whole, cents, currency) => {
				const value = cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`;
				const format = new Intl.NumberFormat(tag(language), { style: 'currency', currency });
				expect(readAmount(format.format(value as `${number}`), language)).toEqual({ value, currency });
			}),
			{ numRuns: 60 }
		);
	});

	test.each([
		['12000', '12000'],
		['12 000', '12000'],
		['12\u00a0000', '12000'],
		['12\u202f000,50', '12000.50'],
		['€ 12 000', '12000 EUR'],
		['12 000 EUR', '12000 EUR'],
		['12.000,50', '12000.50'],
		['12,000.50', '12000.50'],
		['1.234.567', '1234567'],
		['1,234,567', '1234567'],
		["12'000.50", '12000.50'],
		['12,5', '12.50'],
		['12.5', '12.50'],
		['12.000,–', language === 'en' ? 'number_in_doubt 12000 12' : '12000'],
		['£100', '100 GBP'],
		['12 000 zł', '12000 PLN'],
		['kr 500', '500 NOK'],
		['0', '0'],
		['007', '7'],
		['999999999999,99', '999999999999.99'],
		['1000000000000', 'amount_too_large'],
		['12,3456', 'amount_too_fine'],
		['1 234,567', 'amount_too_fine'],
		['−12', 'amount_negative'],
		['$ 100', 'currency_unknown'],
		['100 SEK', 'currency_unknown'],
		['€ 100 zł', 'amount_unreadable'],
		['', 'amount_unreadable'],
		['12 00', 'amount_unreadable'],
		['1.23.4', 'amount_unreadable'],
		['1 234.567,00', 'amount_unreadable'],
		['10 000–15 000', 'amount_unreadable'],
		['about 12 000', 'amount_unreadable'],
		['1e5', 'amount_unreadable'],
		['١٢', 'amount_unreadable']
	])('%s', (typed, expected) => {
		expect(read(typed, language)).toBe(expected);
	});
});

test.each<[string, Record<WritingLanguage, string>]>([
	[
		'12.000',
		{
			...{ lv: '12000', pl: '12000', it: '12000', es: '12000', ca: '12000', lt: '12000', pt: '12000', fr: '12000', nb: '12000' },
			en: 'number_in_doubt 12000 12'
		}
	],
	[
		'1,234',
		{
			...Object.fromEntries(languages.map((language) => [language, 'number_in_doubt 1234 1.234'])),
			en: '1234'
		} as Record<WritingLanguage, string>
	]
])('one sign before three digits is decided by the language, or told with both readings: %s', (typed, expected) => {
	for (const language of languages) expect([language, read(typed, language)]).toEqual([language, expected[language]]);
});

test.each<[string, WritingLanguage, string]>([
	['1.5 million', 'en', '1500000'],
	['€ 12k', 'en', '12000 EUR'],
	['1,5 milj. EUR', 'lv', '1500000 EUR'],
	['12 tūkst. eiro', 'lv', '12000 EUR'],
	['300 tys. zł', 'pl', '300000 PLN'],
	['2,25 mln', 'it', '2250000'],
	['1,5 millones de euros', 'es', '1500000 EUR'],
	['12 mil euros', 'pt', '12000 EUR'],
	['1,5 M€', 'fr', '1500000 EUR'],
	['500 tusen kr', 'nb', '500000 NOK'],
	['1.200 million', 'en', 'number_in_doubt 1200 1.2'],
	['12 mil', 'en', 'amount_unreadable']
])('thousands and millions in words: %s (%s)', (typed, language, expected) => {
	expect(read(typed, language)).toBe(expected);
});

describe('a figure', () => {
	const figure = (typed: string, language: WritingLanguage): string => {
		const one = readFigure(typed, language);
		return 'value' in one ? one.value : [one.problem.code, ...(one.problem.readings ?? [])].join(' ');
	};

	test.each<[string, WritingLanguage, string]>([
		['-12,5', 'lv', '-12.5'],
		['−3', 'nb', '-3'],
		['3 400', 'fr', '3400'],
		['3.400', 'it', '3400'],
		['3.400', 'lv', 'number_in_doubt 3400 3.4'],
		['-3,400', 'pl', 'number_in_doubt -3400 -3.4'],
		['3,400', 'en', '3400'],
		['0,125', 'lv', '0.125'],
		['1 234,5678', 'lv', '1234.5678'],
		['-0', 'en', '0'],
		['12 %', 'en', 'figure_unreadable'],
		['1234567890123456', 'en', 'figure_too_long']
	])('%s in %s', (typed, language, expected) => {
		expect(figure(typed, language)).toBe(expected);
	});

	test.each(languages)('is read as Intl writes it in %s, or told with both readings', (language) => {
		const format = new Intl.NumberFormat(tag(language), { maximumFractionDigits: 6 });
		fc.assert(
			fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.nat(6), (digits, places) => {
				const value = String(digits / 10 ** places);
				if (value.includes('e')) return;
				const one = readFigure(format.format(value as `${number}`), language);
				if ('problem' in one) expect(one.problem.readings).toContain(value);
				else expect(one.value).toBe(value);
			})
		);
	});
});
