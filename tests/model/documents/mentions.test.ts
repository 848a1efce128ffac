import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Doc } from '#lib/model/documents/doc.ts';
import { isLinkable } from '#lib/model/documents/href.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { cityMention, sayMentions, mentionIn, mentionsIn, personMention } from '#lib/model/documents/mentions.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { docSchema } from '#lib/model/documents/schema.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import { normalDoc } from './arbitraries.ts';

const ilze = '0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b';
const written = `Ask [@Ilze Ozolkalne](${personMention(ilze)}), and [@Daugavpils](${cityMention('da')}) too`;

test('mentions are links that Markdown says without loss', () => {
	const doc = fromMarkdown(written);
	expect(toMarkdown(doc)).toBe(written);
	expect(docSchema.parse(doc)).toEqual(doc);
	expect(textMapOf(doc).text).toBe('Ask @Ilze Ozolkalne, and @Daugavpils too\n');
	expect(mentionsIn(doc)).toEqual([
		{ kind: 'person', id: ilze, words: '@Ilze Ozolkalne' },
		{ kind: 'city', id: 'da', words: '@Daugavpils' }
	]);
});

test('they are found wherever words stand, in one piece however their words are set', () => {
	const doc = fromMarkdown(
		`> 1. a\n>    • [@{**Ilze**} O](${personMention(ilze)})\n> 2. b\n\n\`[@x](swing:city/da)\`\n\n\`\`\`\n[@x](swing:city/da)\n\`\`\``
	);
	expect(mentionsIn(doc)).toEqual([{ kind: 'person', id: ilze, words: '@Ilze O' }]);
});

test.each([
	`swing:person/${ilze.toUpperCase()}`,
	`swing:person/${ilze}/`,
	`swing:person/${ilze}?a`,
	'swing:person/1',
	'swing:city/DA',
	'swing:city/daugavpils',
	'swing:city/',
	'swing:plan/da',
	'SWING:city/da',
	'swing://city/da',
	' swing:city/da',
	'swing:city/da\n'
])('%j mentions nobody and is no address', (href) => {
	expect(mentionIn(href)).toBeNull();
	expect(isLinkable(href)).toBe(false);
});

test('an address of the web mentions nobody', () => {
	expect(mentionIn('https://example.org/swing:city/da')).toBeNull();
});

test('a mention that does not hold leaves its words as they stand', () => {
	const doc = fromMarkdown(written.replace('@Ilze', '@{**Ilze**}'));
	const kept = normalizeDoc(sayMentions(doc, ({ kind, words }) => (kind === 'city' ? words : null)));
	expect(toMarkdown(kept)).toBe('Ask @{**Ilze**} Ozolkalne, and [@Daugavpils](swing:city/da) too');
});

test('no word is lost with the mentions, and other links stay', () => {
	const links = (doc: Doc) => JSON.stringify(doc).match(/"href":"(?!swing:)/g)?.length ?? 0;
	fc.assert(
		fc.property(normalDoc, (doc) => {
			const without = sayMentions(doc, () => null);
			expect(textMapOf(without).text).toBe(textMapOf(doc).text);
			expect(mentionsIn(without)).toEqual([]);
			expect(links(without)).toBe(links(doc));
			expect(sayMentions(doc, ({ words }) => words)).toEqual(doc);
			expect(docSchema.parse(normalizeDoc(without))).toEqual(normalizeDoc(without));
		})
	);
});
