import { expect, test } from 'vitest';
import { readEditor } from '#lib/components/text/editor/open-editor.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { toldIn } from '#lib/model/documents/told.ts';
import { lists, open, paste, plain, type, words } from './an-editor.ts';

/** Texts from letters, spreadsheets, terminals and shared drives. */
const texts = [
	'ul. Długa 5',
	'J. Bērziņš',
	'A. Viens\nB. Divi\nC. Trīs',
	'i. viens\nii. divi',
	'15. decembris\n31. janvāris\n28. februāris',
	'24. decembris',
	'\\\\server\\share\\_new',
	'2*3*4 un _new un __init__',
	'Dear *all*, ~~ne~~ `jā',
	'Ar cieņu\nIlze\n--\nDaugavpils',
	'- Labdien!\n- Labdien.',
	'> viens\n> divi',
	'# apt install\n$ ls -l',
	'Klaipėda\t123400\nDaugavpils\t78000',
	'    ievilkts\n  mazāk',
	'10\u00a0000 €  un',
	'1) viens\n2) divi'
];

test.each(texts)('%j pasted is what it was', (text) => {
	const into = open();
	paste(into, plain(text));
	expect(words(into)).toBe(text);
	expect(lists(into)).toBe(0);
});

test.each(texts)('%j pasted in code is what it was', (text) => {
	const into = open();
	into.commands.setCodeBlock();
	paste(into, plain(text));
	expect(words(into)).toBe(text);
});

test.each(['ul. Długa 5', 'J. Bērziņš ', '1. decembrī', '\\_new', '*x*'])('%j pasted in the middle of a sentence stays in it', (text) => {
	const into = open();
	type(into, 'Ielāun tālāk');
	into.commands.setTextSelection(5);
	paste(into, plain(text));
	expect(words(into)).toBe(`Ielā${text}un tālāk`);
});

test('numbers pasted behind words already typed stay, and so do the bullets of a text with marks', () => {
	const into = open();
	type(into, 'Satiekamies: ');
	paste(into, plain('1. decembris\n2. decembris'));
	expect(words(into)).toBe('Satiekamies: 1. decembris\n2. decembris');
	type(into, '. Mums: ');
	paste(into, plain('- **a** b\n- c\n# d'));
	expect(words(into)).toBe('Satiekamies: 1. decembris\n2. decembris. Mums: - a b\n- c\n# d');
	expect(into.getHTML()).toContain('<strong>a</strong>');
	expect(lists(into)).toBe(0);
});

test.each([
	[5, 'Ielā1. a\n2. bun tālāk'],
	[1, '1. a\n2. bIelāun tālāk']
])('numbers pasted into a sentence at %i stay in it', (at, said) => {
	const into = open();
	type(into, 'Ielāun tālāk');
	into.commands.setTextSelection(at);
	paste(into, plain('1. a\n2. b'));
	expect(words(into)).toBe(said);
	expect(lists(into)).toBe(0);
});

test.each(['> Citāts\n> te', '- viens\n- divi'])('numbers pasted at the end of %j stay', (around) => {
	const into = open();
	into.commands.setContent(fromMarkdown(around));
	into.commands.setTextSelection(into.state.doc.content.size);
	const [before, had] = [words(into), lists(into)];
	paste(into, plain(': 1. a\n2. b'));
	expect(words(into)).toBe(`${before}: 1. a\n2. b`);
	paste(into, plain('1. a\n2. b'));
	expect(words(into)).toBe(`${before}: 1. a\n2. b1. a\n2. b`);
	into.commands.splitBlock();
	paste(into, plain('1. a\n2. b'));
	expect(words(into)).toBe(`${before}: 1. a\n2. b1. a\n2. b\n1. a\n2. b`);
	expect(lists(into)).toBe(had);
});

test('code pasted behind words stands by itself, and what follows goes on behind it', () => {
	const into = open();
	type(into, 'Lūk: un tā');
	into.commands.setTextSelection(6);
	paste(into, plain('```js\n- a\n```'));
	expect(toMarkdown(readEditor(into))).toBe('Lūk:\n\n```js\n- a\n```\n\nun tā');
});

test('a list pasted on an empty line, or over all there is, is a list', () => {
	const into = open();
	type(into, 'vecais');
	into.commands.selectAll();
	paste(into, plain('1. a\n2. b'));
	expect(toMarkdown(readEditor(into))).toBe('1. a\n2. b');
	into.commands.setContent(fromMarkdown('vecais'));
	into.commands.setTextSelection({ from: 1, to: 7 });
	paste(into, plain('1. a\n2. b'));
	expect(toMarkdown(readEditor(into))).toBe('1. a\n2. b');
	into.commands.setContent('<p>Kārtība:</p><p></p>');
	into.commands.setTextSelection(into.state.doc.content.size - 1);
	paste(into, plain('1. a\n2. b'));
	expect(toMarkdown(readEditor(into))).toBe('Kārtība:\n\n1. a\n2. b');
});

test('pasted within words set as code, a text is code too', () => {
	const into = open();
	into.commands.setContent({
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ab', marks: [{ type: 'code' }] }] }]
	});
	into.commands.setTextSelection(2);
	paste(into, plain('**x** https://a.lv'));
	expect(toMarkdown(readEditor(into))).toBe('`a**x** https://a.lvb`');
});

test('line ends of every kind are line ends, and empty lines part paragraphs', () => {
	const into = open();
	paste(into, plain('viens\r\ndivi\r\n\r\n\r\ntrīs\r\n'));
	expect(toMarkdown(readEditor(into))).toBe('viens\ndivi\n\ntrīs');
});

test('a pasted list whose numbers go up from 1 is one, and is told with its numbers', () => {
	const into = open();
	paste(into, plain('Kārtība:\n1. Plāns *\n2. C:\\_new\n3. Trīs'));
	expect(lists(into)).toBe(1);
	expect(toldIn(readEditor(into))).toBe('Kārtība:\n1. Plāns *\n2. C:\\_new\n3. Trīs\n');
});

test('what is surely Markdown is formatted, its dates and paths stay', () => {
	const into = open();
	paste(into, plain('# Kārtība\n\nSk. [plānu](https://a.lv) un \\\\server\\_new, **svarīgi**\n\n- 1. decembris\n- 2*3*4'));
	expect(toMarkdown(readEditor(into))).toBe(
		'**Kārtība**\n\nSk. [plānu](https://a.lv) un \\\\server\\_new, **svarīgi**\n\n- 1. decembris\n- 2*3*4'
	);
});

test('addresses of a pasted text are links without the punctuation behind them', () => {
	const into = open();
	paste(into, plain('(see https://example.eu/a). Or ilze@example.org.'));
	expect(into.getHTML().match(/href="[^"]*"/g)).toEqual(['href="https://example.eu/a"', 'href="mailto:ilze@example.org"']);
});

test.each([
	'**Jānis Bērziņš**\n+ 371 67 000 000\n+ 371 67 000 001',
	'**Svarīgi**\n# 5 iela\n## 3. durvis',
	'**Vecums**\n> 18\n> 19',
	'> 18 gadi\n> un vairāk: **visi**',
	'**Datumi**\n15. decembris\n16. decembris',
	'**Formulas**\n{*x*} {\\} {`k`}'
])('%j pasted keeps the signs of its lines, its bold words are bold', (text) => {
	const into = open();
	paste(into, plain(text));
	expect(words(into)).toBe(text.replaceAll('**', ''));
	expect(lists(into)).toBe(0);
	expect(into.getHTML()).toContain('<strong>');
});
