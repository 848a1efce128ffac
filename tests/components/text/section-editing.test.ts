import { NodeSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';
import { hintsIn, levelsAt } from '#lib/components/text/section/heading-levels.ts';
import { arrivalAt, behindBlock, withArrivals, withoutArrival } from '#lib/components/text/section/arriving-pictures.ts';
import { setLevel } from '#lib/components/text/section/section-keys.ts';
import { pastedIn, pasteText } from '#lib/components/text/section/pasting.ts';
import { putBlocks } from '#lib/components/text/section/put-blocks.ts';
import { fillCells } from '#lib/components/text/section/fill-cells.ts';
import { insertTable, tableTools } from '#lib/components/text/section/table-commands.ts';
import { readWritten } from '#lib/components/text/section/open-section.ts';
import { noLeavings } from '#lib/components/text/editor/office/office-leavings.ts';
import { leftWords } from '#lib/components/text/section/left-words.ts';
import { blocksOf, caretIn, h, openText, p, positionOf, press } from './a-section.ts';

const picture = (id: string, alt: string | null): SectionBlock => ({ type: 'picture', attrs: { id, file: 'f', alt, caption: '' } });
const noted: SectionBlock = {
	type: 'paragraph',
	attrs: { id: 'aaaa' },
	content: [
		{ type: 'text', text: 'Vārds' },
		{ type: 'footnote', attrs: { id: 'note', text: 'CSP' } }
	]
};
const one = (id: string): SectionBlock => ({
	type: 'bulletList',
	attrs: { id },
	content: [
		{
			type: 'listItem',
			attrs: { id: `${id}i` },
			content: [{ type: 'paragraph', attrs: { id: `${id}p` }, content: [{ type: 'text', text: 'Punkts' }] }]
		}
	]
});

test('a heading is offered where it skips no level', () => {
	const editor = openText([p('aaaa', 'Teksts'), h('head', 1, 'Mērķi'), p('bbbb', 'Teksts'), h('last', 2, 'Dati'), p('cccc', 'Teksts')]);
	const at = (id: string) => levelsAt(editor.state.doc, positionOf(editor, id) + 1);
	expect([at('aaaa'), at('head'), at('bbbb'), at('cccc')]).toEqual([[1], [1], [1, 2], [1, 2, 3]]);
	caretIn(editor, 'aaaa', 0);
	expect(setLevel(editor, 2)).toBe(false);
	expect(setLevel(editor, 1)).toBe(true);
	expect(blocksOf(editor, ['aaaa'])[0]).toBe('heading aaaa Teksts');
	setLevel(editor, 1);
	expect(blocksOf(editor, ['aaaa'])[0]).toBe('paragraph aaaa Teksts');
});

test('a level that skips and a picture without words are told, and what is mended is told no more', () => {
	const editor = openText([
		h('aaaa', 2, 'Dati'),
		picture('pict', null),
		picture('orna', ''),
		picture('said', 'Tilts'),
		h('bbbb', 3, 'x')
	]);
	expect(hintsIn(editor.state.doc).map(({ kind, id }) => `${kind} ${id}`)).toEqual(['level aaaa', 'picture pict']);
	editor.view.dispatch(editor.state.tr.setNodeAttribute(0, 'level', 1).setNodeAttribute(positionOf(editor, 'pict'), 'alt', ''));
	expect(hintsIn(editor.state.doc)).toMatchObject([{ kind: 'level', id: 'bbbb', fits: 2, words: 'x' }]);
	expect(editor.view.dom.querySelectorAll('[data-hint]')).toHaveLength(1);
});

test.each([
	['a footnote', noted, 'note', ['paragraph aaaa Vārdsx']],
	['a picture', picture('note', 'Tilts'), 'note', ['paragraph new x']]
])('what is typed while %s is selected comes behind it', (_what, block, id, said) => {
	const editor = openText([block]);
	const { tr, doc } = editor.state;
	editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, positionOf(editor, id))));
	const { from, to } = editor.state.selection;
	editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, 'x', () => editor.state.tr.insertText('x')));
	expect(positionOf(editor, id)).toBeGreaterThan(-1);
	expect(blocksOf(editor, ['aaaa'])).toEqual(said);
});

test('a table comes behind the block at the caret, Tab goes on in it and adds a row at its end', () => {
	const editor = openText([p('aaaa', 'Teksts')]);
	insertTable(editor);
	const kinds = () => readWritten(editor).content.map(({ type }) => type);
	expect(kinds()).toEqual(['paragraph', 'table', 'paragraph']);
	for (let n = 0; n < 8; n += 1) press(editor, 'Tab');
	const rows = () => editor.state.doc.child(1).childCount;
	expect(rows()).toBe(3);
	press(editor, 'Tab');
	expect(rows()).toBe(4);
	press(editor, 'Tab', { shiftKey: true });
	editor.commands.insertContent('beigas');
	expect(editor.state.doc.child(1).child(2).child(2).textContent).toBe('beigas');
});

test('rows and columns come and go with ids of their own, and a heading row is one', () => {
	const editor = openText([p('aaaa')]);
	insertTable(editor);
	const table = () => editor.state.doc.child(0);
	for (const { use } of tableTools.slice(0, -1)) use(editor.state, editor.view.dispatch);
	expect(table().childCount).toBe(4);
	const shape = table().children.map((row) => row.children.map(({ type }) => type.name));
	expect(new Set(shape.map(({ length }) => length))).toEqual(new Set([4]));
	tableTools.at(-1)?.use(editor.state, editor.view.dispatch);
	expect(editor.state.doc.children.some(({ type }) => type.name === 'table')).toBe(false);
});

/** A table of cells with these words, the first row a heading row. */
function tableOf(id: string, ...rows: string[][]): SectionBlock {
	return {
		type: 'table',
		attrs: { id },
		content: rows.map((words, r) => ({
			type: 'tableRow',
			attrs: { id: `${id}r${r}` },
			content: words.map((text, c) => ({
				type: r === 0 ? 'tableHeader' : 'tableCell',
				attrs: { id: `${id}${r}${c}`, colspan: 1, rowspan: 1 },
				content: [p(`${id}${r}${c}p`, text) as never]
			}))
		}))
	};
}

test('cells that are pasted into a table fill it from the caret on, and it grows where they need more', () => {
	const editor = openText([tableOf('tabl', ['H', 'I'], ['a1', 'b1'], ['a2', 'b2']), p('last', 'Beigas')]);
	caretIn(editor, 'tabl11p', 1);
	expect(fillCells(editor, [tableOf('pas', ['x1', 'x2'], ['y1', 'y2'], ['z1', 'z2'])])).toBe(true);
	const table = editor.state.doc.child(0);
	expect(table.children.map((row) => row.children.map((cell) => cell.textContent))).toEqual([
		['H', 'I', ''],
		['a1', 'x1', 'x2'],
		['a2', 'y1', 'y2'],
		['', 'z1', 'z2']
	]);
	expect(table.children.slice(1).flatMap((row) => row.children.map(({ type }) => type.name))).not.toContain('tableHeader');
	expect(editor.state.doc.childCount).toBe(2);
});

test('a table that would make another too large stands behind it, and all others come in as they do elsewhere', () => {
	const wide = Array.from({ length: 40 }, (_, n) => `w${n}`);
	const editor = openText([tableOf('tabl', ['H', 'I'], ['a1', 'b1']), p('last', 'Beigas')]);
	caretIn(editor, 'tabl11p', 0);
	expect(fillCells(editor, [tableOf('pas', wide)])).toBe(true);
	expect(editor.state.doc.children.map((one) => `${one.type.name} ${one.textContent.slice(0, 6)}`)).toEqual([
		'table HIa1b1',
		'table w0w1w2',
		'paragraph Beigas'
	]);
	expect(fillCells(editor, [p('pppp', 'X')])).toBe(false);
	caretIn(editor, 'last', 1);
	expect(fillCells(editor, [tableOf('pas', ['x1'])])).toBe(false);
});

test.each([
	['a list', one('list'), 'listp'],
	['a quotation', { type: 'blockquote', attrs: { id: 'quot' }, content: [p('quop', 'Citāts')] } as SectionBlock, 'quop']
])('headings and tables that are pasted into %s keep their words', (_where, block, id) => {
	const editor = openText([block]);
	caretIn(editor, id, -1);
	const cell = (words: string) => ({
		type: 'tableCell' as const,
		attrs: { id: `c${words}`, colspan: 1, rowspan: 1 },
		content: [p(`p${words}`, words) as never]
	});
	const table: SectionBlock = {
		type: 'table',
		attrs: { id: 'tabl' },
		content: [{ type: 'tableRow', attrs: { id: 'row1' }, content: [cell('viens'), cell('divi')] }]
	};
	editor.view.dispatch(putBlocks(editor.state, [h('head', 1, 'Virsraksts'), table, p('last', 'Beigas')]));
	expect(editor.state.doc.childCount).toBe(1);
	for (const word of ['Virsraksts', 'viens\tdivi', 'Beigas']) expect(editor.state.doc.textContent).toContain(word);
});

test('blocks that come into the middle of a paragraph part it, one paragraph goes into its words', () => {
	const editor = openText([p('aaaa', 'Pirmsaiz')]);
	caretIn(editor, 'aaaa', 5);
	editor.view.dispatch(putBlocks(editor.state, [p('bbbb', 'X')]));
	expect(blocksOf(editor, ['aaaa'])).toEqual(['paragraph aaaa PirmsXaiz']);
	editor.view.dispatch(putBlocks(editor.state, [h('head', 1, 'Virsraksts'), p('last', 'Beigas')]));
	expect(blocksOf(editor, ['aaaa', 'head'])).toEqual(['paragraph aaaa PirmsX', 'heading head Virsraksts', 'paragraph new Beigasaiz']);
	expect(editor.state.selection.$from.parent.textBetween(0, editor.state.selection.$from.parentOffset)).toBe('Beigas');
});

test('code that is pasted as plain text is words', () => {
	const editor = openText([p('aaaa')]);
	pasteText(editor, '```js\nlet a\n```\n\n**trekni** `kods`', false);
	expect(editor.state.doc.textContent).toContain('let a');
	expect(editor.state.doc.textContent).toContain('kods');
	expect(editor.getHTML()).toContain('<strong>trekni</strong>');
});

test('a picture on its way keeps its place while one writes before it, and is no part of the text', () => {
	const editor = openText([p('aaaa', 'Viens'), p('bbbb', 'Divi')]);
	const pos = behindBlock(editor.state, 2);
	const before = readWritten(editor);
	editor.view.dispatch(withArrivals(editor.state.tr, [{ key: 'k', name: 'tilts.png', pos }]));
	expect(readWritten(editor)).toEqual(before);
	editor.commands.setTextSelection(1);
	editor.commands.insertContent('Vēl ');
	expect(arrivalAt(editor.state, 'k')).toBe(pos + 4);
	expect(editor.view.dom.querySelector('.arriving')?.textContent).toContain('tilts.png');
	editor.view.dispatch(withoutArrival(editor.state.tr, 'k'));
	expect(arrivalAt(editor.state, 'k')).toBeNull();
});

test('what lies on the clipboard is told apart', () => {
	const lying = (data: Record<string, string>, files: File[] = []): DataTransfer => {
		const all = new DataTransfer();
		for (const [type, value] of Object.entries(data)) all.setData(type, value);
		for (const file of files) all.items.add(file);
		return all;
	};
	const image = new File(['x'], 'image.png', { type: 'image/png' });
	expect(pastedIn(lying({ 'text/html': '<p data-pm-slice="1 1 []">a</p>' }), false).kind).toBe('own');
	expect(pastedIn(lying({ 'text/html': '<p>a</p>', 'text/plain': 'a' }), false).kind).toBe('read');
	expect(pastedIn(lying({ 'text/html': '<p>a</p>', 'text/plain': 'a' }), true)).toEqual({ kind: 'text', text: 'a' });
	expect(pastedIn(lying({}, [image]), false)).toEqual({ kind: 'pictures', files: [image], others: 0 });
	const pdf = new File(['x'], 'Study.pdf', { type: 'application/pdf' });
	expect(pastedIn(lying({}, [pdf, image]), false)).toEqual({ kind: 'pictures', files: [image], others: 1 });
	expect(pastedIn(lying({ 'text/plain': 'Study.pdf' }, [pdf]), true)).toEqual({ kind: 'pictures', files: [], others: 1 });
	expect(pastedIn(lying({ 'text/plain': 'See Study.pdf' }, [pdf]), false)).toEqual({ kind: 'text', text: 'See Study.pdf' });
	expect(pastedIn(lying({}), false).kind).toBe('own');
	expect(pastedIn(lying({ 'text/html': '<img src="https://a.lv/a.png">' }, [image]), false).kind).toBe('read');
});

test('one line says all that did not come along', () => {
	const left = { ...noLeavings, boxes: 1, pictures: 2 };
	expect(leftWords(left, (words) => words.join(' and '))).toBe('2 pictures and 1 text box did not come along.');
	expect(leftWords({ ...left, boxes: 0, pictures: 0 }, String)).toBeNull();
	const anew = '1 list with letters or Roman numerals is numbered 1, 2, 3 here.';
	expect(leftWords({ ...noLeavings, lettered: 1 }, String)).toBe(anew);
	expect(leftWords({ ...left, boxes: 0, lettered: 1 }, String)).toBe(`2 pictures did not come along. ${anew}`);
});
