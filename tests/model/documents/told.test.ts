import { expect, test } from 'vitest';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { toldIn } from '#lib/model/documents/told.ts';

const item = (text: string) => ({
	type: 'listItem' as const,
	content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }]
});
const list = (start: number, ...items: string[]): Doc => ({
	type: 'doc',
	content: [{ type: 'orderedList', attrs: { start }, content: items.map(item) }]
});

test('the numbers of a list are told with its words', () => {
	expect(toldIn(fromMarkdown('Darba kārtība:\n1. Plāns\n2. Budžets\n   - nauda\n   - laiks'))).toBe(
		'Darba kārtība:\n1. Plāns\n2. Budžets\n• nauda\n• laiks\n'
	);
	expect(toldIn(list(7, 'a', 'b'))).toBe('7. a\n8. b\n');
});

test('a date that was once stored as a list is told as a date, and is one when it is next changed', () => {
	const stored = list(24, 'decembris');
	expect(toldIn(stored)).toBe('24. decembris\n');
	expect(normalizeDoc(stored)).toEqual(fromMarkdown('24. decembris'));
	const bullet: Doc = {
		type: 'doc',
		content: [
			{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, ...list(1, 'decembris').content] }] }
		]
	};
	expect(normalizeDoc(bullet)).toEqual({ type: 'doc', content: [{ type: 'bulletList', content: [item('1. decembris')] }] });
});
