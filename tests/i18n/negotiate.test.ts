import { expect, test } from 'vitest';
import { negotiated } from '#lib/i18n/negotiate.ts';

test.each([
	[null, 'en'],
	['', 'en'],
	['lv', 'lv'],
	['lv-LV,lv;q=0.9,en;q=0.8', 'lv'],
	['en-GB,en;q=0.9,lv;q=0.8', 'en'],
	['pl,lv;q=0.5', 'lv'],
	['de, fr;q=0.4', 'en'],
	['en;q=0.1, lv;q=0.2', 'lv'],
	['lv;q=0, en', 'en'],
	['*', 'en'],
	[';;;q=,,,=lv;q=x', 'en'],
	['x,'.repeat(5000), 'en']
])('%s is read in %s', (header, locale) => {
	expect(negotiated(header)).toBe(locale);
});
