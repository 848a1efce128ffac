import { Node, Schema } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { textMapOf, textOf } from '#lib/model/documents/text-map.ts';
import { eachSeed, someFile } from './section-random.ts';

const attrs = (...names: string[]) => ({ attrs: Object.fromEntries(names.map((name) => [name, { default: null }])) });
/** ProseMirror's own idea of where things stand. */
const schema = new Schema({
	nodes: {
		doc: { content: 'block+' },
		paragraph: { group: 'block', content: 'inline*', ...attrs('id') },
		heading: { group: 'block', content: 'inline*', ...attrs('id', 'level') },
		bulletList: { group: 'block', content: 'listItem+', ...attrs('id') },
		orderedList: { group: 'block', content: 'listItem+', ...attrs('id', 'start') },
		listItem: { content: 'block+', ...attrs('id') },
		blockquote: { group: 'block', content: 'block+', ...attrs('id') },
		picture: { group: 'block', ...attrs('id', 'file', 'alt', 'caption') },
		table: { group: 'block', content: 'tableRow+', ...attrs('id') },
		tableRow: { content: '(tableCell | tableHeader)*', ...attrs('id') },
		tableCell: { content: 'block+', ...attrs('id', 'colspan', 'rowspan') },
		tableHeader: { content: 'block+', ...attrs('id', 'colspan', 'rowspan') },
		text: { group: 'inline' },
		hardBreak: { group: 'inline', inline: true },
		footnote: { group: 'inline', inline: true, ...attrs('id', 'text') }
	},
	marks: { link: attrs('href'), bold: {}, italic: {} }
});

test('every word and every footnote stands where ProseMirror has it, and every offset leads back to itself', () => {
	eachSeed(1500, (maker) => {
		const section = maker.section();
		const { text, footnotes, toDoc, toText } = textMapOf(section);
		expect(textOf(section)).toBe(text);
		const node = Node.fromJSON(schema, section);
		const called: string[] = [];
		const faults: string[] = [];
		const must = (holds: boolean, what: string): void => {
			if (!holds) faults.push(what);
		};
		let before = -1;
		node.descendants((child, position) => {
			if (child.type.name === 'footnote') {
				called.push(String(child.attrs.id));
				must(text.charAt(toText(position)) === '\ufffc', `footnote at ${position}`);
			}
			if (child.isText)
				for (let inside = 0; inside < child.nodeSize; inside += 1) {
					const offset = toText(position + inside);
					must(text.charAt(offset) === child.text?.charAt(inside), `letter at ${position + inside}`);
					must(toDoc(offset) === position + inside, `back from ${offset}`);
					must(offset > before, `order at ${offset}`);
					before = offset;
				}
			if (child.type.name !== 'picture') return;
			const offset = toText(position);
			const line = `\ufffc${String(child.attrs.caption)}`;
			must(text.slice(offset, offset + line.length + 1) === `${line}\n`, `picture at ${position}`);
			for (let inside = 0; inside < line.length; inside += 1) must(toDoc(offset + inside) === position, `caption at ${position}`);
			must(toDoc(offset + line.length) === position + 1, `end of picture at ${position}`);
		});
		expect(footnotes.map(({ id }) => id)).toEqual(called);
		for (const { offset, length, position } of footnotes) {
			const child = node.nodeAt(position);
			must(text.slice(offset, offset + length + 1) === `${String(child?.attrs.text)}\n`, `words of footnote at ${position}`);
			must(toDoc(offset) === position && toDoc(offset + length) === position, `place of footnote at ${position}`);
		}
		must(toDoc(text.length) === node.content.size, 'end');
		const end = footnotes[0]?.offset ?? text.length;
		for (let offset = 1; offset < end; offset += 1) must(toDoc(offset) >= toDoc(offset - 1), `positions at ${offset}`);
		for (let position = 1; position <= node.content.size; position += 1)
			must(toText(position) >= toText(position - 1), `offsets at ${position}`);
		expect(faults).toEqual([]);
	});
}, 30_000);

test('footnotes are read at the end, captions behind their picture, and a covered row says nothing', () => {
	const cell = (id: string, rowspan: number) => ({
		type: 'tableCell' as const,
		attrs: { id, colspan: 1, rowspan },
		content: [{ type: 'paragraph' as const, attrs: { id: `${id}p` }, content: [{ type: 'text' as const, text: id }] }]
	});
	const section: SectionDoc = {
		type: 'doc',
		content: [
			{
				type: 'paragraph',
				attrs: { id: 'p001' },
				content: [
					{ type: 'text', text: 'a' },
					{ type: 'footnote', attrs: { id: 'f001', text: 'note' } },
					{ type: 'text', text: 'b' }
				]
			},
			{ type: 'picture', attrs: { id: 'i001', file: someFile, alt: null, caption: 'The bridge' } },
			{
				type: 'table',
				attrs: { id: 't001' },
				content: [
					{ type: 'tableRow', attrs: { id: 'r001' }, content: [cell('c001', 2)] },
					{ type: 'tableRow', attrs: { id: 'r002' }, content: [] }
				]
			},
			{ type: 'picture', attrs: { id: 'i002', file: someFile, alt: '', caption: '' } }
		]
	};
	const { text, toDoc, toText } = textMapOf(section);
	expect(text).toBe('a\ufffcb\n\ufffcThe bridge\nc001\n\ufffc\nnote\n');
	expect([toDoc(text.indexOf('note')), toText(2), toDoc(text.indexOf('The')), toText(5)]).toEqual([2, 1, 5, 4]);
});
