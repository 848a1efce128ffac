import { expect, test } from 'vitest';
import { wordsOf } from '#lib/model/search/words.ts';

const read = (text: string) => wordsOf(text).map(({ number, bare }) => number?.forms ?? bare);

test.each([
	['English', '3,400.50'],
	['Latvian, Polish, Norwegian and Lithuanian', '3 400,50'],
	['with spaces that do not break', '3\u00a0400,50'],
	['French, with narrow spaces', '3\u202f400,50'],
	['with thin spaces', '3\u2009400,50'],
	['Italian, Spanish, Catalan and Portuguese', '3.400,50'],
	['with apostrophes', '3’400.50'],
	['with none of them', '3400,50'],
	['with a point', '3400.50']
])('a number as it is written, %s, is one number', (_who, text) => {
	expect(read(`about ${text} €.`)).toEqual(['about', ['3400,50']]);
});

test.each([
	['3.400', [['3400', '3,400']]],
	['0,125', [['0,125']]],
	['12 345 678', [['12345678']]],
	['3 400,00', [['3400,00', '3400']]],
	['2017 100', ['2017', '100']],
	['15.12.2017', ['15', '12', '2017']],
	['2017-12-15', ['2017', '12', '15']],
	['15.12. 10:30', [['15,12'], ['10,30']]],
	['v1.10', ['v1', '10']],
	['1.2.3', ['1', '2', '3']],
	['20 people, 400 euro', ['20', 'people', '400', 'euro']],
	['5 000\n600', [['5000'], '600']]
])('%j is read as it is meant', (text, words) => {
	expect(read(text)).toEqual(words);
});
