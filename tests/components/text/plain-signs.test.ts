import { expect, test } from 'vitest';
import { m } from '#lib/i18n/m';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';
import { readSection, writeSection } from '#lib/model/documents/section-markdown.ts';
import { docOf, p } from './a-section.ts';

const listOf = (...words: string[]) =>
	({
		type: 'bulletList',
		attrs: { id: 'list' },
		content: words.map((word) => ({ type: 'listItem', attrs: { id: `i${word}` }, content: [p(word, word)] }))
	}) as SectionBlock;

test.each([
	['-', listOf('a', 'b')],
	['•', listOf('a')]
])('the sign %s of bullets in the plain form is one that its help names, and is read as a list', (sign, list) => {
	const written = writeSection(docOf([list]));
	expect(written.trim().split('\n')[0]).toBe(`${sign} a`);
	for (const locale of ['en', 'lv'] as const) expect(m.plans_write_plain_hint({}, { locale })).toContain(` ${sign} `);
	expect(readSection(written, docOf([])).content.map(({ type }) => type)).toEqual(['bulletList']);
	expect(readSection('- a\n- b', docOf([])).content.map(({ type }) => type)).toEqual(['bulletList']);
});
