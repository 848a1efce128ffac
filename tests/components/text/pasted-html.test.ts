import { expect, test } from 'vitest';
import { readEditor } from '#lib/components/text/editor/open-editor.ts';
import { tamedHtml } from '#lib/components/text/editor/tamed-html.ts';
import { toMarkdown } from '#lib/model/documents/markdown.ts';
import { html, open, paste, type, words } from './an-editor.ts';

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

const item = (level: number, sign: string, said: string) =>
	`<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${said}<o:p></o:p></p>\n`;

test("Word's paragraphs with bullets and numbers are lists with their levels", () => {
	const into = open();
	paste(
		into,
		html(
			`<!--StartFragment-->${item(1, '·', 'Viens')}${item(2, 'o', 'Divi')}${item(1, '·', 'Trīs')}<p>Un</p>${item(1, '3.', 'a')}${item(1, '4.', 'b')}`
		)
	);
	expect(toMarkdown(readEditor(into))).toBe('- Viens\n  • Divi\n- Trīs\n\nUn\n\n3. a\n4. b');
});

test('words that were deleted, hidden or said in a comment do not come into a post, and footnotes come as words', () => {
	const into = open();
	paste(
		into,
		html(
			'<p>Ir <del>10</del><ins>12</ins> eiro<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[IO1]</a></span><span style="display:none;mso-hide:all"> slepens</span><a style="mso-footnote-id:ftn1" href="#_ftn1"><span>[1]</span></a>.</p>' +
				'<div style="mso-element:footnote-list"><div style="mso-element:footnote" id=ftn1><p><a style="mso-footnote-id:ftn1" href="#_ftnref1"><span>[1]</span></a> CSP dati</p></div></div>'
		)
	);
	expect(toMarkdown(readEditor(into))).toBe('Ir 12 eiro[1].\n\n[1] CSP dati');
});

test('the cells of a hidden column stay behind, and the others in their columns', () => {
	const into = open();
	paste(
		into,
		html('<table><tr><td>a</td><td style="display:none">b</td><td>c</td></tr><tr style="display:none"><td>d</td></tr></table>')
	);
	expect(words(into)).toBe('a\t\tc');
});

test('a post counts the lists that had letters or Roman numerals, until the next change', () => {
	const heard: number[] = [];
	const into = open((count) => heard.push(count));
	paste(
		into,
		html(`<!--StartFragment-->${item(1, 'h)', 'a')}${item(1, 'i)', 'b')}<p>Un</p><ol type=I start=2><li>c</li><li>d</li></ol>`)
	);
	expect(toMarkdown(readEditor(into))).toBe('8. a\n9. b\n\nUn\n\n2. c\n3. d');
	expect(heard).toEqual([2]);
	type(into, '!');
	expect(heard).toEqual([2, 0]);
});
