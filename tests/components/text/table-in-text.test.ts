import { expect, test } from 'vitest';
import { tableInText } from '#lib/components/text/section/paste/table-in-text.ts';
import { readPaste } from '#lib/components/text/section/paste/read-paste.ts';
import { putBlocks } from '#lib/components/text/section/put-blocks.ts';
import { fillCells } from '#lib/components/text/section/fill-cells.ts';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';
import { blocksOf, caretIn, openText, p } from './a-section.ts';

/** The words of the cells by rows. */
function cellsIn(text: string): string[][] | null {
	const html = tableInText(text);
	if (html === null) return null;
	const template = document.createElement('template');
	template.innerHTML = html.replaceAll('<br>', '⏎');
	return [...template.content.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
}

test.each<[string, string[][]]>([
	[
		'a\tb\r\nc\td\r\n',
		[
			['a', 'b'],
			['c', 'd']
		]
	],
	[
		'a\t\t\n\tb\t\n',
		[
			['a', '', ''],
			['', 'b', '']
		]
	],
	[
		'1\tx\n2\ty',
		[
			['1', 'x'],
			['2', 'y']
		]
	],
	[
		'1.\tx\t5\n2.\ty\t6',
		[
			['1.', 'x', '5'],
			['2.', 'y', '6']
		]
	],
	[
		'"two\nlines"\t"tab\there"\na "b" c\t"d"',
		[
			['two⏎lines', 'tab\there'],
			['a "b" c', '"d"']
		]
	],
	[
		'"""So"" he said"\tx\n"open\ty',
		[
			['"So" he said', 'x'],
			['"open', 'y']
		]
	],
	[
		'<b>\t&amp;\n5 < 6\t"',
		[
			['<b>', '&amp;'],
			['5 < 6', '"']
		]
	]
])('%j is a table', (text, rows) => {
	expect(cellsIn(text)).toEqual(rows);
});

test.each([
	['one line', 'a\tb'],
	['one line with its end', 'a\tb\n'],
	['no tab', 'a\nb'],
	['rows of different lengths', 'a\tb\nc'],
	['an empty line between', 'a\tb\n\nc\td'],
	['lines that are indented', '\ta\n\tb'],
	['items with bullets', '•\ta\n•\tb'],
	['items with numbers', '1.\ta\n2.\tb'],
	['items with letters', 'a)\tx\nb)\ty'],
	['nothing', '']
])('%s is no table', (_what, text) => {
	expect(tableInText(text)).toBeNull();
});

const pasted = (): SectionBlock[] => readPaste(tableInText('x\ty\nz\tw') ?? '').blocks;
const cell = (id: string, words: string) => ({
	type: 'tableCell' as const,
	attrs: { id: `c${id}`, colspan: 1, rowspan: 1 },
	content: [p(id, words)]
});
const table = {
	type: 'table',
	attrs: { id: 't' },
	content: [
		{ type: 'tableRow', attrs: { id: 'r1' }, content: [cell('a', 'a'), cell('b', 'b')] },
		{ type: 'tableRow', attrs: { id: 'r2' }, content: [cell('c', 'c'), cell('d', 'd')] }
	]
} as SectionBlock;

test('within a table it fills the cells from the caret on', () => {
	const editor = openText([table]);
	caretIn(editor, 'a', 0);
	expect(fillCells(editor, pasted())).toBe(true);
	expect(blocksOf(editor, []).map((said) => said.replace(/^paragraph new /, ''))).toEqual(['x', 'y', 'z', 'w']);
});

test('in a list its rows stand as lines, each word in its place', () => {
	const editor = openText([
		{
			type: 'bulletList',
			attrs: { id: 'l' },
			content: [{ type: 'listItem', attrs: { id: 'i' }, content: [p('a', 'A ')] }]
		} as SectionBlock
	]);
	caretIn(editor, 'a', -1);
	editor.view.dispatch(putBlocks(editor.state, pasted()));
	expect(blocksOf(editor, ['a'])).toEqual(['paragraph a A x\ty', 'paragraph new z\tw']);
});
