import type { Editor } from '@tiptap/core';
import { afterEach, expect, test } from 'vitest';
import { openEditor, readEditor } from '#lib/components/text/editor/open-editor.ts';
import { tamedHtml } from '#lib/components/text/editor/tamed-html.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { toText } from '#lib/model/documents/text.ts';
import { toldIn } from '#lib/model/documents/told.ts';

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

function open(): Editor {
	const place = document.createElement('div');
	document.body.append(place);
	editor = openEditor({ place, attributes: () => ({}), onchange() {}, onkey: () => false, onsubmit() {}, onrefuse() {} });
	return editor;
}

/** As a browser tells of what lies on the clipboard. */
function paste(into: Editor, data: Record<string, string>): void {
	const clipboardData = new DataTransfer();
	for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
	into.view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** Types letter by letter, as keys would. */
function type(into: Editor, text: string): void {
	for (const letter of text) {
		const { from, to } = into.state.selection;
		const insert = () => into.state.tr.insertText(letter, from, to);
		if (!into.view.someProp('handleTextInput', (handle) => handle(into.view, from, to, letter, insert))) into.view.dispatch(insert());
	}
}

const plain = (text: string) => ({ 'text/plain': text });
const html = (text: string) => ({ 'text/html': text, 'text/plain': 'not this' });
const words = (of: Editor) => toText(readEditor(of)).text.slice(0, -1);
const lists = (of: Editor) => JSON.stringify(readEditor(of)).match(/(?:ordered|bullet)List/g)?.length ?? 0;

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

test.each([
	'**Jānis Bērziņš**\n+ 371 67 000 000\n+ 371 67 000 001',
	'**Svarīgi**\n# 5 iela\n## 3. durvis',
	'**Vecums**\n> 18\n> 19',
	'> 18 gadi\n> un vairāk: **visi**',
	'**Datumi**\n15. decembris\n16. decembris'
])('%j pasted keeps the signs of its lines, its bold words are bold', (text) => {
	const into = open();
	paste(into, plain(text));
	expect(words(into)).toBe(text.replaceAll('**', ''));
	expect(lists(into)).toBe(0);
	expect(into.getHTML()).toContain('<strong>');
});

const sheet =
	'<html><head><style>td {color: red}</style></head><body><table border=0><!--StartFragment--><tr><td>Klaipėda</td><td align=right>123400</td></tr>' +
	"<tr><td style='font-weight:700'>Daugavpils</td><td>&nbsp;</td><td>78 000</td></tr><!--EndFragment--></table></body></html>";

test('cells of a pasted table stay parted, a row a line', () => {
	const into = open();
	paste(into, html(sheet));
	expect(words(into)).toBe('Klaipėda\t123400\nDaugavpils\t\t78 000');
});

test('a table between paragraphs of a letter keeps its rows, and the marks of its words', () => {
	const into = open();
	paste(
		into,
		html(
			'<p class=MsoNormal>Pirms<o:p></o:p></p><table class=MsoTableGrid><thead><tr><th><p><b>Pilsēta</b></p></th><th><p>Gads</p></th></tr></thead>' +
				'<tbody><tr><td><p class=MsoNormal>Klaipėda<o:p></o:p></p><p>osta</p></td><td><p>2017</p></td></tr></tbody></table><p>Pēc</p>'
		)
	);
	expect(toMarkdown(readEditor(into))).toBe('Pirms\n\n**Pilsēta**\tGads\nKlaipėda osta\t2017\n\nPēc');
});

test.each([
	[
		'<tr><td rowspan=2>Poznań</td><td>jan</td><td>5</td></tr><tr><td>feb</td><td>6</td></tr><tr><td>Rīga</td><td>jan</td></tr>',
		'Poznań\tjan\t5\n\tfeb\t6\nRīga\tjan'
	],
	['<tr><td>a</td><td rowspan=2>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>', 'a\tb\tc\nd\t\te'],
	['<tr><td colspan=2 rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr>', 'a\t\tb\n\t\tc'],
	['<tr><td>a</td><td></td></tr><tr><td></td><td>b</td></tr>', 'a\t\n\tb']
])('the cells of %j stay in their columns', (rows, said) => {
	const into = open();
	paste(into, html(`<table>${rows}</table>`));
	expect(into.state.doc.textBetween(0, into.state.doc.content.size, '\n', '\n')).toBe(said);
	expect(words(into)).toBe(said.replace('\t\n', '\n'));
});

test('a table that only holds a letter together leaves its paragraphs and lists', () => {
	const into = open();
	paste(into, html('<table><tr><td><table><tr><td><p>Labdien</p><ul><li>a</li><li>b</li></ul></td></tr></table></td></tr></table>'));
	expect(toMarkdown(readEditor(into))).toBe('Labdien\n\n- a\n- b');
});

test('nothing of a pasted page is kept but its words, links and marks', () => {
	const into = open();
	paste(
		into,
		html(
			'<style>p{}</style><base href="https://b.lv/"><p onclick="x()" title="a > b">a <a href="https://a.lv" onmouseover=x()>b</a></p><img src=x onerror=x()>'
		)
	);
	expect(toMarkdown(readEditor(into))).toBe('a [b](https://a.lv)');
});

test.each([
	`<p title=O'Brien onclick=x()>a</p>`,
	`<p title=O"Brien onclick='x()' class=b'>a</p>`,
	`<p title = "a > b" onclick=x()>a</p>`,
	`<p title="='"onclick=x() on=1>a</p>`
])('no handler of %j is left, and nothing else is changed', (pasted) => {
	const tamed = tamedHtml(pasted);
	expect(tamed).not.toContain('onclick');
	expect(tamed).toContain('>a</p>');
});
