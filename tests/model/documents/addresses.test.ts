import { expect, test } from 'vitest';
import { addressesIn } from '#lib/model/documents/addresses.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';

test.each([
	['see https://example.org/a_b?c=1#d.', 'https://example.org/a_b?c=1#d'],
	['(www.example.org)', 'www.example.org'],
	['(see https://example.eu/a).', 'https://example.eu/a'],
	['(https://example.eu/a).Un', 'https://example.eu/a'],
	['[https://example.eu/a],', 'https://example.eu/a'],
	['{https://example.eu/a}', 'https://example.eu/a'],
	['https://example.eu/a-', 'https://example.eu/a'],
	['https://example.eu/a–', 'https://example.eu/a'],
	['https://example.eu/a— skat.', 'https://example.eu/a'],
	['https://example.eu/a…', 'https://example.eu/a'],
	['https://example.eu/a/ (skat. tālāk)', 'https://example.eu/a/'],
	['https://example.eu/a(skat.', 'https://example.eu/a'],
	['|https://example.eu/a|b|', 'https://example.eu/a'],
	['https://example.org/wiki/A_(b)', 'https://example.org/wiki/A_(b)'],
	['(https://example.org/wiki/A_(b))', 'https://example.org/wiki/A_(b)'],
	['“https://example.org”, she said', 'https://example.org'],
	['https://example.org/āboli', 'https://example.org/āboli'],
	['Rakstiet ilze.ozolkalne@example.org.', 'ilze.ozolkalne@example.org'],
	['(ilze@example.org),', 'ilze@example.org'],
	['ilze@example.org–', 'ilze@example.org'],
	['<ilze@www.example.org>', 'ilze@www.example.org']
])('the address in %j', (text, address) => {
	expect(addressesIn(text).map((found) => found.text)).toEqual([address]);
});

test.each(['javascript:alert(1)', 'http://', 'https://x', 'a.lv', '@ilze', 'ilze@daugavpils', 'ilze@@example.org', 'a@b.lv@c.lv'])(
	'no address in %j',
	(text) => {
		expect(addressesIn(text)).toEqual([]);
	}
);

test('several addresses in one line are links, each by itself', () => {
	expect(addressesIn('https://a.lv/(b)www.c.lv; https://d.lv,e@f.lv').map(({ href }) => href)).toEqual([
		'https://a.lv/(b)www.c.lv',
		'https://d.lv,e@f.lv'
	]);
	expect(addressesIn('(https://a.lv)(www.b.lv) c@d.lv').map(({ href }) => href)).toEqual([
		'https://a.lv',
		'https://www.b.lv',
		'mailto:c@d.lv'
	]);
});

test('bare addresses become links wherever they come from, code and links stay', () => {
	const doc = fromMarkdown('**see www.a.lv now**, `https://b.lv` and [https://c.lv](https://d.lv)');
	expect(toMarkdown(doc)).toBe('**see www.a.lv now**, `https://b.lv` and [https://c.lv](https://d.lv)');
	expect(JSON.stringify(doc).match(/"href":"[^"]*"/g)).toEqual(['"href":"https://www.a.lv"', '"href":"https://d.lv"']);
});
