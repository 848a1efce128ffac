import type { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import { readEditor } from '#lib/components/text/editor/open-editor.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { toldIn } from '#lib/model/documents/told.ts';
import { html, open, paste, type } from './an-editor.ts';

const numbers = '<ol><li>a</li><li>b</li></ol>';
const bullets = '<ul><li>a</li><li>b</li></ul>';

/** An editor in which the caret stands at |. */
function at(marked: string): Editor {
	const into = open();
	into.commands.setContent(fromMarkdown(marked));
	into.state.doc.descendants((node, position) => {
		const place = node.text?.indexOf('|') ?? -1;
		if (place === -1) return;
		into.commands.deleteRange({ from: position + place, to: position + place + 1 });
		into.commands.setTextSelection(position + place);
	});
	return into;
}

/** What stands there once something was pasted and a | typed. */
function pasted(marked: string, what: string, text = 'not this'): string {
	const into = at(marked);
	paste(into, { 'text/html': what, 'text/plain': text });
	type(into, '|');
	return toMarkdown(readEditor(into));
}

test.each([
	['Pirms: |', numbers, 'Pirms:\n\n1. a\n2. b|'],
	['Pirms | un pēc', numbers, 'Pirms\n\n1. a\n2. b|\n\nun pēc'],
	['Pirms | un pēc', bullets, 'Pirms\n\n- a\n- b|\n\nun pēc'],
	['|Pēc', numbers, '1. a\n2. b|\n\nPēc'],
	['Pirms |', `<p>Lūk:</p>${numbers}`, 'Pirms Lūk:\n\n1. a\n2. b|'],
	['Pirms | un pēc', `<p>Lūk:</p>${numbers}`, 'Pirms Lūk:\n\n1. a\n2. b|\n\nun pēc'],
	['Pirms | un pēc', `${numbers}<p>beigas</p>`, 'Pirms\n\n1. a\n2. b\n\nbeigas| un pēc'],
	['> Citāts |', numbers, '> Citāts\n>\n> 1. a\n> 2. b|'],
	['Pirms |', `<blockquote>${numbers}</blockquote>`, 'Pirms\n\n>\n> 1. a\n> 2. b|'],
	['|', numbers, '1. a\n2. b|']
])('in %j a list %j stands by itself, with all its numbers', (marked, what, said) => {
	expect(pasted(marked, what)).toBe(said);
});

test.each([
	['- viens\n- di|vi', bullets, '- viens\n- di\n- a\n- b|\n- vi'],
	['1. viens\n2. divi|', numbers, '1. viens\n2. divi\n3. a\n4. b|'],
	['1. viens\n2. |divi', numbers, '1. viens\n2. a\n3. b|\n4. divi'],
	['- viens\n- divi|', numbers, '- viens\n- divi\n  1. a\n  2. b|'],
	['1. viens\n2. di|vi', bullets, '1. viens\n2. di\n   - a\n   - b|\n\n   vi']
])('in the list %j items of its kind go on, others stand within the item', (marked, what, said) => {
	expect(pasted(marked, what)).toBe(said);
});

test('numbers pasted into an empty item of bullets stay', () => {
	const into = at('- viens\n- divi|');
	into.commands.splitListItem('listItem');
	paste(into, html(numbers));
	expect(toldIn(readEditor(into))).toBe('• viens\n• divi\n• \n1. a\n2. b\n');
});

test('one numbered line pasted beside words keeps its number in their line, if it had one', () => {
	const line = '<ol start="24"><li>decembrī</li></ol>';
	expect(pasted('Tiekamies | pulksten 9', line, '24.\tdecembrī')).toBe('Tiekamies 24. decembrī| pulksten 9');
	expect(pasted('• Tiekamies |', line, '')).toBe('• Tiekamies 24. decembrī|');
	// Browsers say 1 for whichever item is copied, and so does an editor.
	expect(pasted('Mums ir |', '<ol><li>Budžets</li></ol>', 'Budžets')).toBe('Mums ir Budžets|');
	expect(pasted('Pērkam |', '<ul><li>maizi</li></ul>', '- maizi')).toBe('Pērkam maizi|');
});

test('what selected words held gives way to the list', () => {
	const into = open();
	into.commands.setContent('<p>Pirms vecais pēc</p>');
	into.commands.setTextSelection({ from: 7, to: 13 });
	paste(into, html(numbers));
	type(into, '|');
	expect(toMarkdown(readEditor(into))).toBe('Pirms\n\n1. a\n2. b|\n\npēc');
});

test('within code a list is the letters that it shows', () => {
	const code = () => {
		const into = open();
		into.commands.setContent({ type: 'doc', content: [{ type: 'codeBlock', content: [{ type: 'text', text: 'xy' }] }] });
		into.commands.setTextSelection(2);
		return into;
	};
	const both = code();
	paste(both, { 'text/html': numbers, 'text/plain': '1. a\n2. b' });
	const alone = code();
	paste(alone, { 'text/html': numbers });
	for (const into of [both, alone]) expect(toMarkdown(readEditor(into))).toBe('```\nx1. a\n2. by\n```');
});
