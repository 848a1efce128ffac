import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensions } from '#lib/components/text/editor/extensions.ts';
import { isSurelyMarkdown } from '#lib/components/text/editor/pasted.ts';
import { takeOverText } from '#lib/components/text/editor/takeover.ts';
import { fromTyped } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { toldIn } from '#lib/model/documents/told.ts';
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
	['- viens|', '- viens|'],
	['24. decembris|', '24. decembris|'],
	['\\\\server\\_new|', '\\\\server\\_new|'],
	['see https://a.lv/x|', 'see https://a.lv/x|'],
	['> citāts\n|\nteksts', 'citāts|\nteksts'],
	['|- viens\n- divi', '|viens\ndivi'],
	['|', '|'],
	['te|ksts 🎷', 'te|ksts 🎷'],
	['{*x*} un {\\}|', '{*x*} un {\\}|'],
	['{**y|**}', '{**y|**}']
])('%j is taken over as %j', (typed, result) => {
	expect(taken(typed)).toBe(result);
});

test.each([
	['- 5 grādi\r\n- 7 grādi\r\n**J. Bērziņš** 2*3', '- 5 grādi\n- 7 grādi\n**J. Bērziņš** 2*3'],
	['1. a\n2. b\n\n> c [x](https://a.lv) {\\} {*b*}', '1. a\n2. b\n> c [x](https://a.lv) {\\} {*b*}'],
	['```\n  - a\n```', '```\n  - a\n```']
])('%j pasted before the editor came stays as it was, and what is typed around it counts', (pasted, said) => {
	const typed = `**Lūk**: ${pasted.replaceAll('\r', '')}`;
	for (const end of ['', '\nun **tā** tālāk']) {
		const { doc, caret } = takeOverText(typed + end, typed.length, schema, { pasted: ['nav', pasted] });
		const node = schema.nodeFromJSON(doc);
		expect(node.textBetween(0, node.content.size, '\n', '\n')).toBe(`Lūk: ${said}${end.replaceAll('**', '')}`);
		expect(caret === null ? '' : node.textBetween(0, caret, '\n', '\n')).toBe(`Lūk: ${said}`);
		expect(JSON.stringify(doc).match(/"bold"/g)).toHaveLength(end ? 2 : 1);
	}
	const alone = schema.nodeFromJSON(takeOverText(pasted.replaceAll('\r', ''), 0, schema, { pasted: [pasted] }).doc);
	expect(alone.textBetween(0, alone.content.size, '\n', '\n')).toBe(said);
});

test('what was pasted between fences before the editor came is code as it was', () => {
	const pasted = '{\\} {*b*}\n- a[0]\n- `c`';
	const typed = `Lūk:\n\`\`\`\n${pasted}\n\`\`\``;
	const { doc } = takeOverText(typed, typed.length, schema, { pasted: [pasted] });
	expect(toldIn(normalizeDoc(doc))).toBe(`Lūk:\n${pasted}\n`);
});

test('our notation counts in the editor where the plain field held it at the beginning', () => {
	const { doc, caret } = takeOverText('bo{**l**}d\n\n{**l**}x', 20, schema, { held: 'bo{**l**}d' });
	expect(toldIn(normalizeDoc(doc))).toBe('bold\n{**l**}x\n');
	expect(caret).not.toBeNull();
});

test('whatever was typed means the same in the editor', () => {
	const typed = fc.array(fc.oneof(someText, fc.constantFrom('\n', '\n\n', '\n- ', '\n> ')), { maxLength: 10 });
	fc.assert(
		fc.property(
			typed.map((all) => all.join('')),
			fc.nat(60),
			(text, caret) => {
				const { doc } = takeOverText(text, Math.min(caret, text.length), schema);
				expect(normalizeDoc(doc)).toEqual(fromTyped(text));
			}
		),
		{ numRuns: 400 }
	);
});

test.each([
	['# Virsraksts\n\n- a\n- b', true],
	['# Virsraksts\n\nteksts', false],
	['- a\n- b', false],
	['1. a\n2. b', false],
	['it is **bold**', true],
	['5** un 6** viesnīca', false],
	['f(**a, **b)', false],
	['see [x](https://a.lv)', true],
	['see [x](y)', false],
	['```js\na\n```', true],
	['```', false],
	['run `npm ci`\n\n- a\n- b', true],
	['run `npm ci`', false],
	['# install\nnpm ci\n- a\n- b', false],
	['Ar cieņu\nIlze\n-- \nDaugavpils\n-- ', false],
	['- Labdien!\n- Labdien.\n\\\\server\\share\\_new', false],
	['Dear all,\n\nwe meet at 9. - Ilze', false],
	['2 * 3 * 4 = 24 and snake_case_name', false],
	['- said Ilze, once', false],
	['5 > 3', false]
])('%j: surely Markdown is %s', (text, surely) => {
	expect(isSurelyMarkdown(text)).toBe(surely);
});
