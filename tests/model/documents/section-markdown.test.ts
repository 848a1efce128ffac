import { describe, expect, test } from 'vitest';
import { blockIdsOf } from '#lib/model/documents/section-ids.ts';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { readSection, writeSection } from '#lib/model/documents/section-markdown.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { sectionSchema } from '#lib/model/documents/section-schema.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { doc, h, li, p, quote, table, told, ul } from './section-notes.ts';
import { eachSeed, someFile } from './section-random.ts';

const counted = () => {
	let count = 0;
	return () => `new${(count += 1)}0`;
};

test('what is written and read again without a change is the same, to the last space and id', () => {
	eachSeed(500, (maker) => {
		const section = maker.section();
		expect(readSection(writeSection(section), section)).toEqual(section);
	});
}, 30_000);

test('who writes a paragraph more between two blocks changes nothing else', () => {
	eachSeed(300, (maker) => {
		const { random } = maker;
		const section = maker.section();
		const lines = writeSection(section).split('\n');
		const before = writeSection(doc(...section.content.slice(0, random.below(section.content.length + 1))));
		const at = before === '' ? 0 : before.split('\n').length;
		const read = readSection(lines.toSpliced(at, 0, '', 'Something more.', '').join('\n'), section, counted());
		expect(sectionSchema.safeParse(read).error).toBeUndefined();
		expect(normalizeSection(read)).toEqual(read);
		expect(textOf(read)).toContain('Something more.\n');
		expect(blockIdsOf(section).filter((id) => !blockIdsOf(read).includes(id))).toEqual([]);
		const blocks = new Set(read.content.map((block) => JSON.stringify(block)));
		if (section.content.length > 1) expect(section.content.filter((block) => !blocks.has(JSON.stringify(block)))).toEqual([]);
	});
}, 30_000);

test('whatever is written, what is read is a section', () => {
	eachSeed(300, (maker) => {
		const { random } = maker;
		const [section, other] = [maker.section(), maker.section()];
		const lines = [...writeSection(section).split('\n'), ...writeSection(other).split('\n')].filter(() => random.chance(0.7));
		const read = readSection(lines.join('\n'), section);
		expect(sectionSchema.safeParse(read).error).toBeUndefined();
		expect(normalizeSection(read)).toEqual(read);
		const ids = blockIdsOf(read);
		expect(new Set(ids).size).toBe(ids.length);
	});
}, 30_000);

describe('in a plain field', () => {
	const picture: SectionBlock = { type: 'picture', attrs: { id: 'pict', file: someFile, alt: 'A bridge', caption: 'The bridge' } };
	const section: SectionDoc = doc(
		h('head', 'Bridges', 2),
		p('one1', 'The *old* bridge[not1 see page 3] is closed.'),
		ul('list', li('ite1', p('two2', 'one')), li('ite2', p('thr3', 'two'))),
		quote('quot', p('fou4', 'Oui.')),
		picture,
		table('tabl', { row1: ['a1 Measure', 'b1 Cost'], row2: ['a2 Bridge', 'b2 12 000'] })
	);
	const text = [
		'## Bridges',
		'',
		'The **old** bridge{1 see page 3} is closed.',
		'',
		'- one',
		'- two',
		'',
		'> Oui.',
		'',
		'{2} The bridge',
		'',
		'| Measure | Cost |',
		'| Bridge | 12 000 |'
	].join('\n');
	const read = (from: string, to: string) => readSection(text.replace(from, to), section, counted());

	test('each block has its signs', () => {
		expect(writeSection(section)).toBe(text);
		expect(readSection(text, section)).toEqual(section);
		expect(readSection(text.replaceAll('\n', '\r\n'), section)).toEqual(section);
	});

	test('words, notes, captions and cells are changed where they stand, and every id stays', () => {
		const ids = blockIdsOf(section);
		for (const [from, to, said] of [
			['is closed', 'was closed', 'The *old* bridge[see page 3] was closed.'],
			['page 3', 'page 4', 'The *old* bridge[see page 4] is closed.'],
			['- two', '- two more', '<one | two more>'],
			['12 000', '13 000', '{Measure | Cost // Bridge | 13 000}'],
			['## Bridges', '### Bridges of old', '# Bridges of old'],
			['Oui.', 'Oui, bien sûr.', '“Oui, bien sûr.”']
		] as const) {
			const changed = read(from, to);
			expect(told(changed.content)).toContain(said);
			expect(blockIdsOf(changed)).toEqual(ids);
		}
		expect(read('} The bridge', '} The new bridge').content[4]).toEqual({
			...picture,
			attrs: { ...picture.attrs, caption: 'The new bridge' }
		});
	});

	test('an empty section is written in', () => {
		const written = readSection('One.\n\nTwo.', doc(p('one1')), counted());
		expect(told(written.content)).toEqual(['One.', 'Two.']);
		expect(blockIdsOf(written)[0]).toBe('one1');
		expect(readSection('', doc(p('one1')), counted())).toEqual(doc(p('one1')));
	});

	test('a picture and the words beside it are changed at once, and keep their ids', () => {
		const beside = doc(p('one1', 'The bridge is closed.'), picture);
		const read = readSection('The bridge is open.\n\n{1} Our bridge', beside, counted());
		expect(blockIdsOf(read)).toEqual(['one1', 'pict']);
	});

	test('a row, a heading and an item more get ids of their own', () => {
		expect(told(read('| Bridge |', '| School | 5 000 |\n| Bridge |').content).at(-1)).toBe(
			'{Measure | Cost // School | 5 000 // Bridge | 12 000}'
		);
		expect(told(read('- two', '- two\n- three').content)[2]).toBe('<one | two | three>');
		expect(told(read('> Oui', '# New\n\n> Oui').content)[3]).toBe('# New');
	});

	test('numbers in braces that name nothing, or what stands already, are words', () => {
		expect(told(read('is closed', 'is {9 closed} {1 again}').content)[1]).toBe('The *old* bridge[see page 3] is {9 closed} {1 again}.');
		expect(told(read('- one', '- {2} one').content)[2]).toBe('<{2} one | two>');
	});

	test('a picture is moved by its line, and gone with it', () => {
		const moved = readSection(`{2} The bridge\n\n${text.replace('{2} The bridge\n\n', '')}`, section);
		expect(moved.content[0]).toEqual(picture);
		expect(read('{2} The bridge\n\n', '').content.map(({ type }) => type)).not.toContain('picture');
	});
});
