import { expect, test } from 'vitest';
import { excerptOf, lineOf, marked } from '#lib/model/search/excerpt.ts';
import type { Piece } from '#lib/model/search/results.ts';

const shown = (pieces: Piece[]) => pieces.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join('');

test('a phrase is marked as a whole, and its words by themselves are not', () => {
	const text = 'A plan for local people: the local action plan, and action.';
	expect(shown(marked(text, ['local action plan']))).toBe('A plan for local people: the [local action plan], and action.');
	expect(shown(marked(text, ['local action plan', 'people']))).toBe('A plan for local [people]: the [local action plan], and action.');
});

test('of a long text that part is shown in which the phrase stands', () => {
	const text = `Local news. ${'Our plan needs action. '.repeat(30)}Here stands the local action plan of Riga. ${'And words. '.repeat(30)}`;
	const said = shown(excerptOf(lineOf(text), ['local action plan']));
	expect(said).toContain('Here stands the [local action plan] of Riga.');
	expect(said.match(/\[/g)).toHaveLength(1);
});

test('phrases that share a word are one piece', () => {
	expect(shown(marked('the local action plan budget', ['local action plan', 'plan budget']))).toBe('the [local action plan budget]');
});

test('a number is marked whole, however it is written', () => {
	expect(shown(marked('It costs 3 400,50 € in all, or 3.400,50.', ['3400,50']))).toBe('It costs [3 400,50] € in all, or [3.400,50].');
	expect(shown(marked('It costs 3 400,50 €.', ['3400*']))).toBe('It costs [3 400,50] €.');
});
