import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { dayNamed } from '#lib/model/search/days.ts';
import { parseQuery } from '#lib/model/search/parse-query.ts';
import { asksForSomething, emptyQuery } from '#lib/model/search/query.ts';
import { sayQuery } from '#lib/model/search/say-query.ts';

const word = (text: string, more: { exact?: boolean; without?: boolean } = {}) => ({ text, exact: false, without: false, ...more });

describe('what is typed is understood', () => {
	test.for<[string, Partial<ReturnType<typeof parseQuery>>]>([
		['plan budget', { terms: [word('plan'), word('budget')] }],
		['"local action plan" -draft', { terms: [word('local action plan', { exact: true }), word('draft', { without: true })] }],
		['-"first draft"', { terms: [word('first draft', { exact: true, without: true })] }],
		['„vietējais plāns” «piano»', { terms: [word('vietējais plāns', { exact: true }), word('piano', { exact: true })] }],
		['"not closed', { terms: [word('not closed', { exact: true })] }],
		['follow-up', { terms: [word('follow-up')] }],
		['kind:message city:Poznań', { kinds: ['post'], cities: ['Poznań'] }],
		['kind:meeting kind:person', { kinds: ['meeting', 'person'] }],
		['veids:faili', { kinds: ['file'] }],
		['from:"Ilze Ozolkalne" from:me', { people: ['Ilze Ozolkalne', 'me'] }],
		['lang:lv LANG:Polish language:català', { langs: ['lv', 'pl', 'ca'] }],
		[
			'veids:ziņa pilseta:Granāda no:Ilze valoda:latviešu pēc:30.3.2017 pirms:2018',
			{ kinds: ['post'], cities: ['Granāda'], people: ['Ilze'], langs: ['lv'], after: '2017-03-30', before: '2018-01-01' }
		],
		['after:2017-03 before:2017-04-15', { after: '2017-03-01', before: '2017-04-15' }],
		[
			'kind:dragon after:soon -kind:post',
			{
				unknown: [
					{ key: 'kind', value: 'dragon' },
					{ key: 'after', value: 'soon' },
					{ key: '-kind', value: 'post' }
				]
			}
		],
		['http://example.org note:this', { terms: [word('http://example.org'), word('note:this')] }],
		['from: city:', {}],
		[' !? - -- "" : ', {}],
		['', {}]
	])('%s', ([text, query]) => {
		expect(parseQuery(text)).toEqual({ ...emptyQuery(), ...query });
	});
});

test('a query that asks for nothing says so', () => {
	expect(['', '-draft', 'kind:dragon', 'from:'].map((text) => asksForSomething(parseQuery(text)))).toEqual([false, false, false, false]);
	expect(['plan', '"plan"', 'kind:post', 'after:2017'].map((text) => asksForSomething(parseQuery(text)))).toEqual([
		true,
		true,
		true,
		true
	]);
});

test.for([
	['2017-03-30', '2017-03-30'],
	['2017-3-1', '2017-03-01'],
	['2017-03', '2017-03-01'],
	['2017', '2017-01-01'],
	['30.03.2017.', '2017-03-30'],
	['3.2017', '2017-03-01'],
	['2017-02-30', null],
	['31.4.2017', null],
	['0000', null],
	['0001-01-01', null],
	['soon', null],
	['2017-13', null],
	['20170330', null]
] as const)('the day %s', ([text, day]) => {
	expect(dayNamed(text)).toBe(day);
});

/** Text full of what means something to the query language. */
const typed = fc
	.array(
		fc.oneof(
			{
				weight: 3,
				arbitrary: fc.constantFrom(
					'"',
					'„',
					'«',
					'-',
					':',
					' ',
					'kind:',
					'no:',
					'from:',
					'city:"',
					'after:',
					'lang:lv',
					'plan',
					'Poznań',
					'l·l',
					'2017',
					"'",
					'|',
					'&',
					'!',
					'<->',
					'\\',
					'\u0000',
					'\u202e'
				)
			},
			{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }
		),
		{ maxLength: 40 }
	)
	.map((pieces) => pieces.join(''));

test.for(locales)('said again in %s, it asks for the same', (locale) => {
	fc.assert(
		fc.property(typed, (text) => {
			const query = parseQuery(text);
			const said = sayQuery(query, locale);
			fc.pre(said.length <= 400);
			expect(parseQuery(said)).toEqual(query);
		}),
		{ numRuns: 2000 }
	);
});

test('ten thousand quotation marks, and other floods, are read at once', () => {
	for (const text of ['"'.repeat(10_000), '-'.repeat(10_000), 'kind:'.repeat(10_000), 'a'.repeat(100_000), '"a" '.repeat(10_000)]) {
		const began = process.threadCpuUsage();
		parseQuery(text);
		expect(process.threadCpuUsage(began).user / 1000, 'milliseconds of work').toBeLessThan(50);
	}
});
