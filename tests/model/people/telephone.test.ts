import { expect, test } from 'vitest';
import { readTelephone, telephoneHref } from '#lib/model/people/telephone.ts';

test.each([
	['+371 20000000', '+371 20000000', 'tel:+37120000000'],
	['00371 20000000', '+371 20000000', 'tel:+37120000000'],
	['+44 (0)1902 000000', '+44 (0)1902 000000', 'tel:+441902000000'],
	['+351 239.000-000/1', '+351 239.000-000/1', 'tel:+3512390000001'],
	['+48 61 000 00 00 ext. 12', '+48 61 000 00 00 ext. 12', 'tel:+48610000000;ext=12'],
	['+39 010 000000 x7', '+39 010 000000 x7', 'tel:+39010000000;ext=7']
])('%s is kept as %s and dialled as %s', (typed, kept, href) => {
	expect(readTelephone(typed)).toBe(kept);
	expect(telephoneHref(kept)).toBe(href);
});

test.each([
	'20000000',
	'0902 000000',
	'+371',
	'+0 2000 0000',
	'call me',
	'+371 2000000a',
	'+1234567890123456',
	'+371 20000000 ext',
	'+',
	''
])('%j is no number that can be dialled from abroad', (typed) => expect(readTelephone(typed)).toBeNull());
