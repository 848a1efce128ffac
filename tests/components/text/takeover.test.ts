import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensions } from '#lib/components/text/editor/extensions.ts';
import { looksLikeMarkdown, pastedSlice } from '#lib/components/text/editor/pasted.ts';
import { takeOverText } from '#lib/components/text/editor/takeover.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { someText } from '../../model/documents/arbitraries.ts';

const schema = getSchema(extensions);

/** The text around the caret after the editor took over; | is the caret, before and after. */
function taken(typed: string): string {
	const at = typed.indexOf('|');
	const { doc, caret } = takeOverText(typed.replace('|', ''), at, schema);
	const node = schema.nodeFromJSON(doc);
	if (caret === null) return 'end';
	const said = (from: number, to: number): string => node.textBetween(from, to, '\n', '\n');
	return `${said(0, caret)}|${said(caret, node.content.size)}`;
}

test.each([
	['Labdien|', 'Labdien|'],
	['Labdien, |', 'Labdien, |'],
	['Labdien\n|', 'Labdien\n|'],
	['a **b|**', 'a b|'],
	['- viens\n- div|', 'viens\ndiv|'],
	['see https://a.lv/x|', 'see https://a.lv/x|'],
	['> citāts\n|\nteksts', 'citāts|\nteksts'],
	['|- viens\n- divi', '|viens\ndivi'],
	['|', '|'],
	['te|ksts 🎷', 'te|ksts 🎷']
])('%j is taken over as %j', (typed, result) => {
	expect(taken(typed)).toBe(result);
});

test('whatever was typed means the same in the editor', () => {
	const typed = fc.array(fc.oneof(someText, fc.constantFrom('\n', '\n\n', '\n- ', '\n> ')), { maxLength: 10 });
	fc.assert(
		fc.property(
			typed.map((all) => all.join('')),
			fc.nat(60),
			(text, caret) => {
				const { doc } = takeOverText(text, Math.min(caret, text.length), schema);
				expect(normalizeDoc(doc)).toEqual(fromMarkdown(text));
			}
		),
		{ numRuns: 400 }
	);
});

test.each([
	['# Virsraksts\n\nteksts', true],
	['- a\n- b', true],
	['1. a\n2. b', true],
	['it is **bold**', true],
	['see [x](https://a.lv)', true],
	['Dear all,\n\nwe meet at 9. - Ilze', false],
	['2 * 3 * 4 = 24 and snake_case_name', false],
	['- said Ilze, once', false],
	['5 > 3', false]
])('%j: plainly Markdown is %s', (text, plainly) => {
	expect(looksLikeMarkdown(text)).toBe(plainly);
});

test('a pasted letter keeps its lines, and its signs stay signs', () => {
	const slice = pastedSlice('Dear *all*,\nwww.a.lv\n\nbye', false, schema);
	expect(slice.content.toJSON()).toEqual([
		{
			type: 'paragraph',
			content: [
				{ type: 'text', text: 'Dear *all*,' },
				{ type: 'hardBreak' },
				{ type: 'text', text: 'www.a.lv', marks: [{ type: 'link', attrs: { href: 'https://www.a.lv' } }] }
			]
		},
		{ type: 'paragraph', content: [{ type: 'text', text: 'bye' }] }
	]);
	expect(pastedSlice('**a**', true, schema).content.textBetween(0, 7)).toBe('**a**');
});
