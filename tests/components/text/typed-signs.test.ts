import { expect, test } from 'vitest';
import { readEditor } from '#lib/components/text/editor/open-editor.ts';
import { toMarkdown } from '#lib/model/documents/markdown.ts';
import { lists, open, paste, plain, type, words } from './an-editor.ts';

test.each([
	['24. decembris', '24. decembris', 0],
	['J. Bērziņš', 'J. Bērziņš', 0],
	['- 1. decembris', '1. decembris', 1],
	['+ 371 654', '+ 371 654', 0],
	['2*3*4 ', '2*3*4', 0],
	['_new_ __init__ x', '_new_ __init__ x', 0],
	['1. ', '', 0],
	['- ', '', 0]
])('%j typed says %j', (typed, said, found) => {
	const into = open();
	type(into, typed);
	expect(words(into)).toBe(said);
	expect(lists(into)).toBe(found);
});

test('1. typed at the start of a line begins a list', () => {
	const into = open();
	type(into, '1. viens');
	into.commands.splitListItem('listItem');
	type(into, 'divi');
	expect(toMarkdown(readEditor(into))).toBe('1. viens\n2. divi');
});

test('> typed before a word begins a quotation, before a number it says more than', () => {
	const into = open();
	type(into, '> 18 gadi, > ne');
	expect(toMarkdown(readEditor(into))).toBe('> 18 gadi, > ne');
	into.commands.splitBlock();
	type(into, '> Citāts, 5');
	expect(toMarkdown(readEditor(into))).toBe('> 18 gadi, > ne\n\n> Citāts, 5');
	into.commands.setContent('');
	paste(into, plain('> te'));
	type(into, 'ikts');
	expect(words(into)).toBe('> teikts');
});
