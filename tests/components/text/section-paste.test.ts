import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SectionBlock, SectionInline } from '#lib/model/documents/section-doc.ts';
import { getSchema } from '@tiptap/core';
import { sectionExtensions } from '#lib/components/text/section/section-extensions.ts';
import { documentNode } from '#lib/components/text/section/section-document.ts';
import { readPaste } from '#lib/components/text/section/paste/read-paste.ts';
import { isPasteTooLong, pasteLimit } from '#lib/components/text/section/paste/read-paste.ts';
import { planOfPaste } from '#lib/components/text/section/paste/plan-of-paste.ts';
import { clipboards } from './clipboards.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { idsIn } from './a-section.ts';

function said(content: readonly SectionInline[] = []): string {
	return content
		.map((node) => {
			if (node.type === 'hardBreak') return '⏎';
			if (node.type === 'footnote') return `{${node.attrs.text}}`;
			return (node.marks ?? []).reduceRight(
				(words, mark) =>
					mark.type === 'bold' ? `*${words}*` : mark.type === 'italic' ? `/${words}/` : `[${words}](${mark.attrs.href})`,
				node.text.replaceAll('\u00a0', ' ')
			);
		})
		.join('');
}

/** Blocks a line each, as a person would note them down. */
function outlineOf(blocks: readonly SectionBlock[], indent = ''): string[] {
	return blocks.flatMap((block): string[] => {
		switch (block.type) {
			case 'paragraph':
				return [`${indent}p ${said(block.content)}`];
			case 'heading':
				return [`${indent}h${block.attrs.level} ${said(block.content)}`];
			case 'blockquote':
				return outlineOf(block.content, `${indent}> `);
			case 'picture':
				return [`${indent}picture ${block.attrs.alt}`];
			case 'table':
				return block.content.map(({ content }) =>
					content
						.map(({ type, attrs: { colspan, rowspan }, content: within }) => {
							const words = outlineOf(within).map((one) => one.replace(/^p /, ''));
							return `|${type === 'tableHeader' ? '#' : ''} ${words.join('; ')}${colspan > 1 || rowspan > 1 ? ` (${colspan}×${rowspan})` : ''}`;
						})
						.join(' ')
				);
			default:
				return block.content.flatMap(({ content: [first, ...rest] }, n) => [
					`${indent}${block.type === 'bulletList' ? '-' : `${block.attrs.start + n}.`} ${first?.type === 'paragraph' ? said(first.content) : '?'}`,
					...outlineOf(rest, `${indent}  `)
				]);
		}
	});
}

test.each(clipboards)('$from', ({ html, outline, left = {} }) => {
	const read = readPaste(html);
	expect(outlineOf(read.blocks)).toEqual(outline);
	expect(Object.fromEntries(Object.entries(read.left).filter(([, count]) => count > 0))).toEqual(left);
	const node = documentNode(getSchema(sectionExtensions), { type: 'doc', content: read.blocks });
	const ids = idsIn(node);
	expect(new Set(ids).size).toBe(ids.length);
});

/** A page as some program could write it, with a word of its own in every place. */
const page = fc.letrec<Record<'block' | 'cell' | 'item' | 'word', string>>((tie) => ({
	word: fc.constantFrom(
		'WORD',
		'<b>WORD</b>',
		'<span style="font-style:italic">WORD</span>',
		'WORD<br>WORD',
		'<a href="#x">WORD</a>',
		'WORD<o:p></o:p>'
	),
	cell: fc
		.tuple(
			fc.oneof({ maxDepth: 2 }, tie('word'), tie('block')),
			fc.integer({ min: 0, max: 3 }),
			fc.integer({ min: 0, max: 3 }),
			fc.constantFrom('td', 'th')
		)
		.map(([content, wide, high, name]) => `<${name} colspan=${wide} rowspan=${high}>${content}</${name}>`),
	item: fc.oneof({ maxDepth: 2 }, tie('word'), tie('block')).map((content) => `<li>${content}</li>`),
	block: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		tie('word').map((word) => `<p>${word}</p>`),
		tie('word').map((word) => `<div>${word}</div>`),
		fc.tuple(fc.integer({ min: 1, max: 6 }), tie('word')).map(([level, word]) => `<h${level}>${word}</h${level}>`),
		fc
			.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('·', '1.', 'b)', 'iv.'), tie('word'))
			.map(
				([level, sign, word]) =>
					`<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span>${word}</p>`
			),
		fc
			.tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
			.map(([name, items]) => `<${name}>${items.join('')}</${name}>`),
		fc
			.array(fc.array(tie('cell'), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
			.map((rows) => `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`),
		fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((blocks) => `<blockquote>${blocks.join('')}</blockquote>`)
	)
}));

test('no word of a page is lost, and what comes of it is a document', () => {
	const schema = getSchema(sectionExtensions);
	fc.assert(
		fc.property(fc.array(page.block, { minLength: 1, maxLength: 5 }), (blocks) => {
			let count = 0;
			const html = blocks.join('').replace(/WORD/g, () => `w${(count += 1)}.`);
			const read = readPaste(html);
			// A page without a word is nothing.
			if (count > 0) documentNode(schema, { type: 'doc', content: read.blocks });
			else expect(read.blocks.flatMap((block) => (block.type === 'table' ? [] : [block]))).toEqual([]);
			const words = JSON.stringify(read.blocks);
			const lost = Array.from({ length: count }, (_, n) => `w${n + 1}.`).filter((word) => !words.includes(word));
			expect(lost, html).toEqual([]);
		}),
		{ numRuns: 300 }
	);
}, 30_000);

test('every row of every table covers the same columns', () => {
	fc.assert(
		fc.property(fc.array(page.block, { minLength: 1, maxLength: 3 }), (blocks) => {
			const { blocks: read } = readPaste(blocks.join(''));
			for (const block of read) {
				if (block.type !== 'table') continue;
				const reach = block.content.map(() => 0);
				for (const [row, { content }] of block.content.entries())
					for (const { attrs } of content)
						for (let down = 0; down < attrs.rowspan; down += 1) reach[row + down]! += attrs.colspan;
				expect(new Set(reach).size, JSON.stringify(block)).toBe(1);
			}
		}),
		{ numRuns: 200 }
	);
}, 30_000);

test('tables of one cell around each other are their words, whatever they span', () => {
	const inner = '<table><tr><td colspan=2 rowspan=0>Viens</td></tr></table>';
	const around = (words: string) => `<table><tr><td colspan=0 rowspan=0>${words}</td></tr><tr></tr></table>`;
	expect(outlineOf(readPaste(around(around(inner))).blocks)).toEqual(['p Viens']);
	const beside = readPaste(`<table><tr><td>${inner}</td></tr><tr><td></td></tr></table>`).blocks;
	expect(beside.map(({ type }) => type)).toEqual(['table']);
	expect(textOf({ type: 'doc', content: beside })).toContain('Viens');
});

test('a row that cells from above cover wholly is none', () => {
	const { blocks } = readPaste('<table><tr><td rowspan=0>a</td><td rowspan=2>b</td></tr><tr></tr><tr><td>c</td></tr></table>');
	expect(outlineOf(blocks)).toEqual(['| a (1×2) | b', '| c']);
});

test('a quotation that held nothing but a table leaves none', () => {
	expect(readPaste('<blockquote><table><tr></tr></table></blockquote>').blocks).toEqual([]);
	const { blocks } = readPaste('<blockquote><table><tr><td>a</td><td>b</td></tr></table></blockquote>');
	expect(outlineOf(blocks)).toEqual(['| a | b']);
});

test('a picture that lies in the page or beside it comes along behind its paragraph', () => {
	const inPage = readPaste('<p>Viens <img src="data:image/png;base64,iVBORw0KGgo=" alt="Tilts"> divi</p><p>trīs</p>');
	expect(outlineOf(inPage.blocks)).toEqual(['p Viens divi', 'picture Tilts', 'p trīs']);
	expect(inPage.pictures).toEqual([{ block: inPage.blocks[1]?.attrs.id, source: 'data:image/png;base64,iVBORw0KGgo=' }]);
	const file = new File(['x'], 'image.png', { type: 'image/png' });
	const beside = readPaste('<p><img src="file:///C:/clip_image001.png" alt="clip_image001.png"></p>', [file]);
	expect(outlineOf(beside.blocks)).toEqual(['picture null']);
	expect(beside.pictures).toEqual([{ block: beside.blocks[0]?.attrs.id, source: file }]);
	expect(beside.left.pictures).toBe(0);
});

test('a paste of several headings becomes sections, with what stands before the first by itself', () => {
	const { blocks } = readPaste(
		'<p>Ievads</p><h1>Konteksts<sup><a href="#ftnt1">[1]</a></sup></h1><p>a</p><h2>Dati</h2><h3>Skaitļi</h3><h1>Vīzija</h1><div><p><a href="#ftnt_ref1">[1]</a> CSP</p></div>'
	);
	const plan = planOfPaste(blocks);
	expect(plan?.map(({ title, doc }) => [title, ...outlineOf(doc.content)])).toEqual([
		['', 'p Ievads'],
		['Konteksts', 'p {CSP}', 'p a', 'h1 Dati', 'h2 Skaitļi'],
		['Vīzija', 'p ']
	]);
	expect(planOfPaste(readPaste('<h1>Viena</h1><p>a</p><h2>b</h2>').blocks)).toBeNull();
});

test('a paste is too long by its words, not by its pictures', () => {
	const words = 'vārdi '.repeat(pasteLimit / 6 + 1);
	expect(isPasteTooLong(`<p>${words}</p>`, '')).toBe(true);
	expect(isPasteTooLong('', words)).toBe(true);
	expect(isPasteTooLong(`<p>vārdi</p><img src="data:image/png;base64,${'A'.repeat(pasteLimit)}">`, 'vārdi')).toBe(false);
});
