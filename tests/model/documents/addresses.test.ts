import { expect, test } from 'vitest';
import { addressesIn, withLinks } from '#lib/model/documents/addresses.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';

test.each([
	['see https://example.org/a_b?c=1#d.', 'https://example.org/a_b?c=1#d'],
	['(www.example.org)', 'www.example.org'],
	['https://example.org/wiki/A_(b)', 'https://example.org/wiki/A_(b)'],
	['“https://example.org”, she said', 'https://example.org'],
	['https://example.org/āboli', 'https://example.org/āboli']
])('the address in %j', (text, address) => {
	expect(addressesIn(text).map((found) => found.text)).toEqual([address]);
});

test.each(['ilze@www.example.org', 'javascript:alert(1)', 'http://', 'https://x', 'a.lv'])('no address in %j', (text) => {
	expect(addressesIn(text)).toEqual([]);
});

test('bare addresses become links, code and links stay', () => {
	const doc = fromMarkdown('**see www\\.a.lv now**, `https://b.lv` and [https://c.lv](https://d.lv)');
	expect(toMarkdown(withLinks(doc))).toBe('**see [www.a.lv](https://www.a.lv) now**, `https://b.lv` and [https://c.lv](https://d.lv)\n');
});
