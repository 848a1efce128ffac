import type { Editor } from '@tiptap/core';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';
import { readWritten, takeIntoEditor } from '#lib/components/text/section/open-section.ts';
import { blocksOf, caretIn, docOf, h, idsIn, openText, p, positionOf, press } from './a-section.ts';

const item = (id: string, words: SectionBlock) => ({ type: 'listItem' as const, attrs: { id }, content: [words as never] });
const list = (): SectionBlock => ({
	type: 'bulletList',
	attrs: { id: 'list' },
	content: [item('ite1', p('aaaa', 'Viens')), item('ite2', p('bbbb', 'Divi')), item('ite3', p('cccc', 'Trīs'))]
});
const known = ['aaaa', 'bbbb', 'cccc', 'list', 'ite1', 'ite2', 'ite3', 'head'];

/** Kind and id of every block. */
function all(editor: Editor): string[] {
	const said: string[] = [];
	editor.state.doc.descendants((node) => {
		if ('id' in node.attrs) said.push(`${node.type.name} ${known.includes(String(node.attrs.id)) ? node.attrs.id : 'new'}`);
	});
	return said;
}

/** What the browser tells when something is cut or copied, and what is then on the clipboard. */
function take(editor: Editor, how: 'cut' | 'copy'): DataTransfer {
	const clipboardData = new DataTransfer();
	editor.view.dom.dispatchEvent(new ClipboardEvent(how, { clipboardData, bubbles: true, cancelable: true }));
	return clipboardData;
}
function paste(editor: Editor, clipboardData: DataTransfer): void {
	editor.view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
function select(editor: Editor, from: string, to = from): void {
	const end = positionOf(editor, to);
	editor.commands.setTextSelection({
		from: positionOf(editor, from) + 1,
		to: end + 1 + (editor.state.doc.nodeAt(end)?.content.size ?? 0)
	});
}

test.each([
	['in the middle', 3, ['paragraph aaaa Pir', 'paragraph new mais']],
	['at the end', -1, ['paragraph aaaa Pirmais', 'paragraph new ']],
	['at the start', 0, ['paragraph new ', 'paragraph aaaa Pirmais']]
])('of a paragraph split %s the words keep the id', (_where, offset, said) => {
	const editor = openText([p('aaaa', 'Pirmais'), p('bbbb', 'Otrais')]);
	caretIn(editor, 'aaaa', offset);
	press(editor, 'Enter');
	expect(blocksOf(editor, known)).toEqual([...said, 'paragraph bbbb Otrais']);
});

test.each([
	['in the middle', 3, ['heading head Vir', 'heading new sraksts']],
	['at the end', -1, ['heading head Virsraksts', 'paragraph new ']],
	['at the start', 0, ['paragraph new ', 'heading head Virsraksts']]
])('of a heading split %s the words keep the id', (_where, offset, said) => {
	const editor = openText([h('head', 1, 'Virsraksts')]);
	caretIn(editor, 'head', offset);
	press(editor, 'Enter');
	expect(blocksOf(editor, known)).toEqual(said);
});

test.each([
	['in the middle', 2, 'listItem ite2,paragraph bbbb,listItem new,paragraph new'],
	['at the end', -1, 'listItem ite2,paragraph bbbb,listItem new,paragraph new'],
	['at the start', 0, 'listItem new,paragraph new,listItem ite2,paragraph bbbb']
])('of an item of a list split %s the words keep the ids', (_where, offset, said) => {
	const editor = openText([list()]);
	caretIn(editor, 'bbbb', offset);
	press(editor, 'Enter');
	expect(all(editor).join()).toBe(`bulletList list,listItem ite1,paragraph aaaa,${said},listItem ite3,paragraph cccc`);
});

test('a split undone and done again has the ids that it had', () => {
	const editor = openText([p('aaaa', 'Pirmais')]);
	caretIn(editor, 'aaaa', 3);
	press(editor, 'Enter');
	const split = readWritten(editor);
	editor.commands.undo();
	expect(readWritten(editor).content).toEqual([p('aaaa', 'Pirmais')]);
	editor.commands.redo();
	expect(readWritten(editor)).toEqual(split);
});

test('paragraphs that become headings together, and back, keep their ids, also undone', () => {
	const editor = openText([p('aaaa', 'Viens'), p('bbbb', 'Divi')]);
	select(editor, 'aaaa', 'bbbb');
	editor.commands.setNode('heading', { level: 2 });
	expect(all(editor)).toEqual(['heading aaaa', 'heading bbbb']);
	editor.commands.undo();
	expect(all(editor)).toEqual(['paragraph aaaa', 'paragraph bbbb']);
	editor.commands.redo();
	editor.commands.setNode('paragraph');
	expect(all(editor)).toEqual(['paragraph aaaa', 'paragraph bbbb']);
});

test('a paragraph keeps its id as an item and in a quotation, a list when it gets numbers and when it is parted', () => {
	const editor = openText([p('aaaa', 'Viens')]);
	editor.commands.toggleBulletList();
	expect(all(editor)).toEqual(['bulletList new', 'listItem new', 'paragraph aaaa']);
	editor.commands.toggleBulletList();
	editor.commands.toggleBlockquote();
	expect(all(editor)).toEqual(['blockquote new', 'paragraph aaaa']);
	const lists = openText([list()]);
	lists.commands.toggleOrderedList();
	expect(all(lists)[0]).toBe('orderedList list');
	caretIn(lists, 'bbbb', 0);
	lists.commands.liftListItem('listItem');
	expect(all(lists).join()).toBe(
		'orderedList list,listItem ite1,paragraph aaaa,paragraph bbbb,orderedList new,listItem ite3,paragraph cccc'
	);
});

test('an item put a level deeper and back keeps its ids', () => {
	const editor = openText([list()]);
	caretIn(editor, 'bbbb', 1);
	press(editor, 'Tab');
	expect(all(editor).join()).toBe(
		'bulletList list,listItem ite1,paragraph aaaa,bulletList new,listItem ite2,paragraph bbbb,listItem ite3,paragraph cccc'
	);
	press(editor, 'Tab', { shiftKey: true });
	expect(all(editor).join()).toBe(
		'bulletList list,listItem ite1,paragraph aaaa,listItem ite2,paragraph bbbb,listItem ite3,paragraph cccc'
	);
});

test('a block that is dragged elsewhere is the same block', () => {
	const editor = openText([p('aaaa', 'Viens'), p('bbbb', 'Divi'), p('cccc', 'Trīs')]);
	const { tr } = editor.state;
	const pos = positionOf(editor, 'aaaa');
	const slice = NodeSelection.create(tr.doc, pos).content();
	tr.delete(pos, pos + 7);
	editor.view.dispatch(tr.replace(tr.doc.content.size, tr.doc.content.size, slice));
	expect(blocksOf(editor, known)).toEqual(['paragraph bbbb Divi', 'paragraph cccc Trīs', 'paragraph aaaa Viens']);
});

test('a paragraph that is cut whole and pasted on an empty line is the same block, and what it left is another', () => {
	const editor = openText([p('aaaa', 'Viens'), p('bbbb', 'Divi')]);
	select(editor, 'aaaa');
	const cut = take(editor, 'cut');
	expect(blocksOf(editor, known)).toEqual(['paragraph new ', 'paragraph bbbb Divi']);
	editor.commands.undo();
	expect(blocksOf(editor, known)).toEqual(['paragraph aaaa Viens', 'paragraph bbbb Divi']);
	editor.commands.redo();
	expect(blocksOf(editor, known)).toEqual(['paragraph new ', 'paragraph bbbb Divi']);
	caretIn(editor, 'bbbb', -1);
	press(editor, 'Enter');
	paste(editor, cut);
	expect(blocksOf(editor, known)).toEqual(['paragraph new ', 'paragraph bbbb Divi', 'paragraph aaaa Viens']);
	expect(editor.state.selection.$from.parent.textContent).toBe('Viens');
	press(editor, 'Enter');
	paste(editor, cut);
	expect(blocksOf(editor, known)).toEqual(['paragraph new ', 'paragraph bbbb Divi', 'paragraph aaaa Viens', 'paragraph new Viens']);
});

test('several blocks cut and pasted in another document are the same blocks', () => {
	const editor = openText([h('head', 1, 'Mērķi'), p('aaaa', 'Viens'), p('bbbb', 'Divi')]);
	select(editor, 'head', 'aaaa');
	const cut = take(editor, 'cut');
	const other = openText([p('cccc')]);
	paste(other, cut);
	expect(blocksOf(other, known)).toEqual(['heading head Mērķi', 'paragraph aaaa Viens']);
	const left = idsIn(editor.state.doc);
	expect(left).toContain('bbbb');
	expect(idsIn(other.state.doc).filter((id) => left.includes(id))).toEqual([]);
});

test('what is copied, and a part of a block that is cut, are other blocks', () => {
	const editor = openText([p('aaaa', 'Viens'), p('bbbb', 'Divi'), p('cccc')]);
	select(editor, 'aaaa', 'bbbb');
	const copied = take(editor, 'copy');
	caretIn(editor, 'cccc', 0);
	paste(editor, copied);
	expect(blocksOf(editor, known).slice(0, 2)).toEqual(['paragraph aaaa Viens', 'paragraph bbbb Divi']);
	expect(blocksOf(editor, known).slice(2).join()).toMatch(/^paragraph (cccc|new) Viens,paragraph (cccc|new) Divi$/);
	const part = openText([p('aaaa', 'Viens')]);
	part.commands.setTextSelection({ from: 2, to: 6 });
	const cut = take(part, 'cut');
	press(part, 'Enter');
	paste(part, cut);
	expect(blocksOf(part, known)).toEqual(['paragraph aaaa V', 'paragraph new iens']);
});

test('a block without an id gets one, and of two with one id the one that stood there keeps it', () => {
	const editor = openText([p('aaaa', 'Viens')]);
	const copy = editor.state.doc.firstChild!;
	editor.view.dispatch(editor.state.tr.insert(0, copy));
	expect(blocksOf(editor, known)).toEqual(['paragraph new Viens', 'paragraph aaaa Viens']);
});

test('Enter over a heading and what is selected behind it puts an end of a line in their place', () => {
	const editor = openText([h('head', 1, 'Mērķi'), list(), p('dddd', 'Beigas')]);
	select(editor, 'head', 'aaaa');
	editor.commands.setTextSelection({ from: 1, to: editor.state.selection.to - 2 });
	press(editor, 'Enter');
	expect(editor.state.doc.textContent).toBe('nsDiviTrīsBeigas');
	expect(idsIn(editor.state.doc).every((id) => typeof id === 'string')).toBe(true);
	editor.commands.undo();
	expect(editor.state.doc.textContent).toContain('Mērķi');
});

test.each([
	['heads', (editor: Editor) => editor.commands.setNode('heading', { level: 1 })],
	['bullets', (editor: Editor) => editor.commands.toggleBulletList()],
	['quotations', (editor: Editor) => editor.commands.toggleBlockquote()],
	['nothing, by a cut', (editor: Editor) => take(editor, 'cut')],
	['nothing, by a key', (editor: Editor) => press(editor, 'Backspace')]
])('empty lines that are all selected become %s', (_what, act) => {
	const editor = openText([p('aaaa'), p('bbbb')]);
	editor.commands.setTextSelection({ from: 1, to: 3 });
	act(editor);
	const ids = idsIn(editor.state.doc);
	expect(ids.every((id) => typeof id === 'string')).toBe(true);
	expect(new Set(ids).size).toBe(ids.length);
	expect(editor.state.doc.textContent).toBe('');
});

const acts: Record<string, (editor: Editor) => unknown> = {
	enter: (editor) => press(editor, 'Enter'),
	back: (editor) => press(editor, 'Backspace'),
	forward: (editor) => press(editor, 'Delete'),
	tab: (editor) => press(editor, 'Tab'),
	out: (editor) => press(editor, 'Tab', { shiftKey: true }),
	type: (editor) => editor.commands.insertContent('vārds'),
	heading: (editor) => editor.commands.setNode('heading', { level: 1 }),
	bullets: (editor) => editor.commands.toggleBulletList(),
	numbers: (editor) => editor.commands.toggleOrderedList(),
	quote: (editor) => editor.commands.toggleBlockquote(),
	undo: (editor) => editor.commands.undo(),
	redo: (editor) => editor.commands.redo(),
	cutAndPaste(editor) {
		const cut = take(editor, 'cut');
		editor.commands.setTextSelection(editor.state.doc.content.size);
		paste(editor, cut);
	},
	copyAndPaste(editor) {
		const copied = take(editor, 'copy');
		editor.commands.setTextSelection(1);
		paste(editor, copied);
	}
};

test('whatever is done, every block has an id and no two share one', () => {
	const act = fc.record({
		name: fc.constantFrom(...Object.keys(acts)),
		from: fc.double({ min: 0, max: 1, noNaN: true }),
		to: fc.double({ min: 0, max: 1, noNaN: true })
	});
	const start = docOf([h('head', 1, 'Mērķi'), list(), p('dddd', 'Četri un pieci'), p('eeee', 'Seši')]);
	const editor = openText(start.content);
	fc.assert(
		fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (all) => {
			takeIntoEditor(editor, start);
			for (const { name, from, to } of all) {
				const { doc } = editor.state;
				const at = (share: number) => Selection.near(doc.resolve(Math.round(share * doc.content.size))).from;
				editor.commands.setTextSelection({ from: Math.min(at(from), at(to)), to: Math.max(at(from), at(to)) });
				acts[name]?.(editor);
				const ids = idsIn(editor.state.doc);
				expect(ids.filter((id) => typeof id !== 'string' || !/^[a-z\d]{4,16}$/.test(id))).toEqual([]);
				expect(new Set(ids).size).toBe(ids.length);
			}
		}),
		{
			numRuns: 60,
			examples: [
				[
					[
						{ name: 'enter', from: 0, to: 0.3482142857142857 },
						{ name: 'enter', from: 0, to: 0 }
					]
				]
			]
		}
	);
}, 30_000);
