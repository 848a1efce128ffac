import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { readWritten, takeIntoEditor } from '#lib/components/text/section/open-section.ts';
import { UnknownPart } from '#lib/components/text/section/section-document.ts';
import { caretIn, docOf, h, openText, p, positionOf } from './a-section.ts';

const words = fc
	.array(fc.constantFrom('ceļš', 'un', 'tilts', 'ar', '85/5/10', 'Rīga', ',', 'jaunatne'), { maxLength: 8 })
	.map((all) => all.join(' '));
const marks = fc.constantFrom(undefined, [{ type: 'bold' as const }], [{ type: 'italic' as const }]);
const inline = fc.array(fc.record({ text: words.filter((said) => said !== ''), marks }), { maxLength: 3 }).map((all) =>
	all.flatMap(({ text, marks: on }, n) =>
		// Neighbours with equal marks would be one text.
		n > 0 && JSON.stringify(all[n - 1]?.marks) === JSON.stringify(on) ? [] : [{ type: 'text', text, ...(on && { marks: on }) }]
	)
);

type Loose = { type: string; attrs: Record<string, unknown>; content?: unknown[] };

/** Blocks without ids, which are given by their place in a list of ids, so that two documents share many. */
const paragraph = inline.map((content): Loose => ({ type: 'paragraph', attrs: {}, ...(content.length > 0 && { content }) }));
const heading = fc
	.tuple(inline, fc.integer({ min: 1, max: 3 }))
	.map(([content, level]): Loose => ({ type: 'heading', attrs: { level }, ...(content.length > 0 && { content }) }));
const bullets = fc.tuple(fc.array(paragraph, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([items, ordered]): Loose => ({
	type: ordered ? 'orderedList' : 'bulletList',
	attrs: ordered ? { start: 1 } : {},
	content: items.map((one) => ({ type: 'listItem', attrs: {}, content: [one] }))
}));
const quotation = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content): Loose => ({ type: 'blockquote', attrs: {}, content }));
const table = fc
	.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.array(paragraph, { minLength: 9, maxLength: 9 }))
	.map(([rows, columns, cells]): Loose => ({
		type: 'table',
		attrs: {},
		content: Array.from({ length: rows }, (_row, row) => ({
			type: 'tableRow',
			attrs: {},
			content: Array.from({ length: columns }, (_cell, column) => ({
				type: row === 0 ? 'tableHeader' : 'tableCell',
				attrs: { colspan: 1, rowspan: 1 },
				content: [cells[3 * row + column]]
			}))
		}))
	}));
const block = fc.oneof({ weight: 4, arbitrary: paragraph }, heading, bullets, quotation, table);

/** The same blocks with ids out of a few, no two alike. */
function identified(content: Loose[], order: number[]): SectionDoc {
	let n = 0;
	const give = (node: unknown): unknown => {
		const { type, attrs, content: within, ...rest } = node as Loose & { text?: string };
		if (type === 'text') return node;
		const at = order[n % order.length]! + order.length * Math.floor(n / order.length);
		n += 1;
		return { ...rest, type, attrs: { ...attrs, id: `id${String(at).padStart(4, '0')}` }, ...(within && { content: within.map(give) }) };
	};
	return { type: 'doc', content: content.map(give) as SectionBlock[] };
}
const doc = fc
	.tuple(fc.array(block, { minLength: 1, maxLength: 6 }), fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], { minLength: 12 }))
	.map(([content, order]) => identified(content, order));

/** Equal whatever the order of attributes. */
const told = (given: SectionDoc): unknown => JSON.parse(JSON.stringify(given));

test('whatever document comes in, it stands there then, and undoing brings nothing of it away', () => {
	const editor = openText([p('aaaa')]);
	fc.assert(
		fc.property(doc, doc, (before, after) => {
			takeIntoEditor(editor, before);
			expect(told(readWritten(editor))).toEqual(told(before));
			takeIntoEditor(editor, after);
			expect(told(readWritten(editor))).toEqual(told(after));
			editor.commands.undo();
			expect(told(readWritten(editor))).toEqual(told(after));
		}),
		{ numRuns: 200 }
	);
}, 30_000);

test('words that others changed around the caret leave it at its word', () => {
	const word = fc.constantFrom('ceļš', 'un', 'tilts', 'ar', 'Rīga', 'jaunatne');
	const blocks = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 });
	const editor = openText([p('aaaa')]);
	fc.assert(
		fc.property(blocks, blocks, blocks, fc.nat(), fc.nat(), fc.boolean(), (mine, first, last, block, at, moved) => {
			const place = block % mine.length;
			const here = mine[place]!;
			const caret = at % here.length;
			// The word at the caret is one that nobody else has.
			const mark = (said: string[], n: number) => said.map((one, w) => (n === place && w === caret ? 'ŠEIT' : one));
			const own = docOf(mine.map((said, n) => p(`id${n}0`, mark(said, n).join(' '))));
			const changed = mine.map((said, n) =>
				[...(first[n] ?? []).slice(0, 2), ...mark(said, n), ...(last[n] ?? []).slice(0, 2)].join(' ')
			);
			const others = first.map((said, n) => p(`new${n}`, said.join(' ')));
			const kept = changed.map((said, n) => p(`id${n}0`, said));
			const after = docOf(moved ? [...kept.toReversed(), ...others] : [...others, ...kept]);
			takeIntoEditor(editor, own);
			caretIn(editor, `id${place}0`, mark(here, place).slice(0, caret).join(' ').length + (caret > 0 ? 1 : 0) + 2);
			takeIntoEditor(editor, after);
			expect(told(readWritten(editor))).toEqual(told(after));
			const { $from } = editor.state.selection;
			expect($from.parent.textBetween(Math.max(0, $from.parentOffset - 2), $from.parentOffset)).toBe('ŠE');
			expect($from.parent.textBetween($from.parentOffset, $from.parentOffset + 2)).toBe('IT');
		}),
		{ numRuns: 200 }
	);
}, 30_000);

test('what the writer did before can be undone, and what others wrote meanwhile stays', () => {
	const editor = openText([p('aaaa', 'Pirmais'), p('bbbb', 'Otrais')]);
	caretIn(editor, 'aaaa', -1);
	editor.commands.insertContent(' mans');
	const mine = readWritten(editor);
	takeIntoEditor(editor, docOf([h('cccc', 1, 'Citu'), ...mine.content.slice(0, 1), p('bbbb', 'Otrais citu')]));
	editor.commands.undo();
	expect(told(readWritten(editor))).toEqual(told(docOf([h('cccc', 1, 'Citu'), p('aaaa', 'Pirmais'), p('bbbb', 'Otrais citu')])));
	editor.commands.redo();
	expect(editor.state.doc.textContent).toBe('CituPirmais mansOtrais citu');
});

test('a paragraph that another made a heading while one types in it keeps the caret', () => {
	const editor = openText([p('aaaa', 'Pirmais'), p('bbbb', 'Otrais')]);
	caretIn(editor, 'bbbb', 3);
	takeIntoEditor(editor, docOf([p('aaaa', 'Pirmais'), h('bbbb', 2, 'Otrais')]));
	expect(editor.state.selection.from).toBe(positionOf(editor, 'bbbb') + 4);
});

test('untouched blocks stay the nodes that they were', () => {
	const editor = openText([p('aaaa', 'Pirmais'), p('bbbb', 'Otrais'), p('cccc', 'Trešais')]);
	const [first, , third] = editor.state.doc.children;
	takeIntoEditor(editor, docOf([p('aaaa', 'Pirmais'), p('bbbb', 'Otrais vārds'), p('cccc', 'Trešais')]));
	expect(editor.state.doc.child(0)).toBe(first);
	expect(editor.state.doc.child(2)).toBe(third);
});

test('what comes from others is not told as written', () => {
	let written = 0;
	const editor = openText([p('aaaa', 'Pirmais')], () => (written += 1));
	takeIntoEditor(editor, docOf([p('aaaa', 'Pirmais otrais')]));
	expect(written).toBe(0);
	editor.commands.insertContent('x');
	expect(written).toBe(1);
});

test.each([
	['a mark', { type: 'paragraph', attrs: { id: 'aaaa' }, content: [{ type: 'text', text: 'a', marks: [{ type: 'glow' }] }] }, 'glow'],
	['a node', { type: 'video', attrs: { id: 'aaaa' } }, 'video'],
	['a node in a list', { type: 'bulletList', attrs: { id: 'aaaa' }, content: [{ type: 'task', attrs: { id: 'bbbb' } }] }, 'task']
])('a document with %s that is not known is refused by its name, and nothing is emptied', (_what, unknown, name) => {
	const editor = openText([p('cccc', 'Paliek')]);
	const given = docOf([p('dddd', 'Cits'), unknown as SectionBlock]);
	expect(() => takeIntoEditor(editor, given)).toThrow(UnknownPart);
	expect(() => takeIntoEditor(editor, given)).toThrow(name);
	expect(editor.state.doc.textContent).toBe('Paliek');
	expect(() => openText(given.content)).toThrow(name);
});

test('nodes in an order that the schema does not know are refused', () => {
	const within = {
		type: 'bulletList',
		attrs: { id: 'aaaa' },
		content: [{ type: 'listItem', attrs: { id: 'bbbb' }, content: [h('cccc', 1, 'a')] }]
	};
	expect(() => openText([within as SectionBlock])).toThrow(UnknownPart);
});
