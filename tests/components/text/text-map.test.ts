import { getSchema } from '@tiptap/core';
import { Schema } from '@tiptap/pm/model';
import { render } from '@testing-library/svelte';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import Document from '#lib/components/text/Document.svelte';
import { extensions } from '#lib/components/text/editor/extensions.ts';
import { isEmpty, textLength } from '#lib/model/documents/limits.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { textMapOf, textOf } from '#lib/model/documents/text-map.ts';
import { normalDoc } from '../../model/documents/arbitraries.ts';
import { readBy } from '../../support/reader.ts';

const schema = getSchema(extensions);

test('one line end per paragraph, code block and hard break', () => {
	const doc = fromMarkdown('Sveiki, **Ilze**\njā\n\n- one\n  • two\n- three\n\n> said\n\n```\na\nb\n```');
	expect(textMapOf(doc).text).toBe('Sveiki, Ilze\njā\none\ntwo\nthree\nsaid\na\nb\n');
	expect(textLength(doc)).toBe(38);
});

test('emoji count as JavaScript counts them', () => {
	expect(textLength(fromMarkdown('🎷'))).toBe(2);
});

test('an empty document has no length', () => {
	expect(textLength(fromMarkdown(''))).toBe(0);
	expect(isEmpty(fromMarkdown(' \n '))).toBe(true);
	expect(isEmpty(fromMarkdown('a'))).toBe(false);
});

test('the words alone are those of the map, also of tables and pictures', () => {
	fc.assert(fc.property(normalDoc, (doc) => void expect(textOf(doc)).toBe(textMapOf(doc).text)));
	const cell = (text: string) => ({ type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
	const rows = [{ type: 'tableRow', content: [cell('a'), cell('b')] }];
	const doc = { type: 'doc', content: [{ type: 'table', content: rows }, { type: 'image' }, { type: 'paragraph' }] };
	expect(textOf(doc)).toBe('a\nb\n\ufffc\n\n');
	expect(textOf(doc)).toBe(textMapOf(doc).text);
});

test('every offset is the position of the same character in the editor', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			const node = schema.nodeFromJSON(doc);
			node.check();
			const map = textMapOf(doc);
			for (let offset = 0; offset < map.text.length; offset += 1) {
				const at = map.toDoc(offset);
				expect(map.toText(at)).toBe(offset);
				const { parent, parentOffset } = node.resolve(at);
				const said = parent.textBetween(0, parent.content.size, '', '\n') + '\n';
				expect(said[parentOffset]).toBe(map.text[offset]);
			}
			expect(map.toDoc(map.text.length)).toBe(node.content.size);
		}),
		{ numRuns: 60 }
	);
});

test('what readers see is the text of the map, line by line', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			const { container, unmount } = render(Document, { props: { doc, lang: 'lv' }, context: readBy() });
			// What is said behind a link is no word of the document.
			for (const small of container.querySelectorAll('small')) small.remove();
			const lines = [...container.querySelectorAll('p, pre')].map((block) => {
				for (const lineEnd of block.querySelectorAll('br')) lineEnd.replaceWith('\n');
				return block.textContent;
			});
			expect(lines.map((line) => line + '\n').join('')).toBe(textMapOf(doc).text);
			unmount();
		}),
		{ numRuns: 40 }
	);
});

test('tables, headings, pictures and footnotes of other documents are mapped too', () => {
	const { nodes, marks } = schema.spec;
	const wide = new Schema({
		nodes: nodes.append({
			heading: { content: 'inline*', group: 'block' },
			picture: { group: 'block' },
			footnote: { group: 'inline', inline: true },
			table: { content: 'row+', group: 'block' },
			row: { content: 'cell+' },
			cell: { content: 'block+' }
		}),
		marks
	});
	const said = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
	const cell = (...content: { type: string; content?: { type: string; text: string }[] }[]) => ({ type: 'cell', content });
	const doc = {
		type: 'doc',
		content: [
			{ type: 'heading', content: [{ type: 'text', text: 'Budžets' }] },
			{ type: 'table', content: [{ type: 'row', content: [cell({ type: 'paragraph' }), cell(said('a'), said('b'))] }] },
			{ type: 'picture' },
			{ type: 'paragraph', content: [{ type: 'text', text: 'c' }, { type: 'footnote' }, { type: 'text', text: 'd' }] }
		]
	};
	const node = wide.nodeFromJSON(doc);
	node.check();
	const map = textMapOf(doc);
	expect(map.text).toBe('Budžets\n\na\nb\n\ufffc\nc\ufffcd\n');
	expect(map.toDoc(map.text.length)).toBe(node.content.size);
	for (let offset = 0; offset < map.text.length; offset += 1) {
		const at = map.toDoc(offset);
		expect(map.toText(at)).toBe(offset);
		const character = map.text.charAt(offset);
		if (character !== '\n') expect(node.textBetween(at, at + 1, '', '\ufffc')).toBe(character);
	}
});

test('every position has an offset, and they grow together', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			const map = textMapOf(doc);
			const size = map.toDoc(Infinity);
			let last = 0;
			for (let position = 0; position <= size; position += 1) {
				const offset = map.toText(position);
				expect(offset).toBeGreaterThanOrEqual(last);
				last = offset;
			}
			expect(last).toBe(map.text.length);
		}),
		{ numRuns: 60 }
	);
});
