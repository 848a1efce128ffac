import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensions } from '#lib/components/text/editor/extensions.ts';
import { isEmpty, textLength } from '#lib/model/documents/limits.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { toText } from '#lib/model/documents/text.ts';
import { normalDoc } from '../../model/documents/arbitraries.ts';

const schema = getSchema(extensions);

test('one line end per paragraph, code block and hard break', () => {
	const doc = fromMarkdown('Sveiki, **Ilze**\njā\n\n- one\n  • two\n- three\n\n> said\n\n```\na\nb\n```');
	expect(toText(doc).text).toBe('Sveiki, Ilze\njā\none\ntwo\nthree\nsaid\na\nb\n');
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

test('every offset is the position of the same character in the editor', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			const node = schema.nodeFromJSON(doc);
			node.check();
			const map = toText(doc);
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

test('every position has an offset, and they grow together', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			const map = toText(doc);
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
