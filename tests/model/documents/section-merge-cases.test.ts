import { describe, expect, test } from 'vitest';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { mergeSections } from '#lib/model/documents/section-merge.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { doc, h, li, p, quote, table, told, ul } from './section-notes.ts';

const merged = (base: SectionDoc, mine: SectionDoc, theirs: SectionDoc, wins: 'mine' | 'theirs' = 'theirs') => {
	const { doc: section, clashes } = mergeSections(normalizeSection(base), normalizeSection(mine), normalizeSection(theirs), {
		timeout: 60_000,
		wins
	});
	return { text: told(section.content), clashes: clashes.map((clash) => [told(clash.base), told(clash.mine), told(clash.theirs)]) };
};
/** Without a clash, whoever came first. */
const bothStand = (base: SectionDoc, mine: SectionDoc, theirs: SectionDoc, text: string[]) => {
	expect(merged(base, mine, theirs)).toEqual({ text, clashes: [] });
	expect(merged(base, theirs, mine)).toEqual({ text, clashes: [] });
};

const base = doc(p('one1', 'The old bridge is closed.'), p('two2', 'It will open in May.'), p('thr3', 'The city pays.'));
const [one, two, three] = base.content as ReturnType<typeof p>[];
const typed = doc(one!, p('two2', 'It will open again in May.'), three!);

describe('while one types in a paragraph, another', () => {
	test('makes it a heading', () => {
		bothStand(base, typed, doc(one!, h('two2', 'It will open in May.'), three!), [
			'The old bridge is closed.',
			'# It will open again in May.',
			'The city pays.'
		]);
	});

	test('makes it an item of a list', () => {
		bothStand(base, typed, doc(one!, ul('list', li('item', two!), li('ite2', three!))), [
			'The old bridge is closed.',
			'<It will open again in May. | The city pays.>'
		]);
	});

	test('quotes it', () => {
		bothStand(base, typed, doc(one!, quote('quot', two!, three!)), [
			'The old bridge is closed.',
			'“It will open again in May. ¶ The city pays.”'
		]);
	});

	test('puts it in a cell', () => {
		const cells = table('tabl', { row1: ['aa Before', 'bb'] });
		cells.content[0]?.content[1]?.content.splice(0, 1, two!);
		bothStand(base, typed, doc(one!, cells, three!), [
			'The old bridge is closed.',
			'{Before | It will open again in May.}',
			'The city pays.'
		]);
	});

	test('moves it', () => {
		bothStand(base, typed, doc(two!, one!, three!), ['It will open again in May.', 'The old bridge is closed.', 'The city pays.']);
	});

	test('splits it before that place', () => {
		bothStand(base, typed, doc(one!, p('two2', 'It will '), p('new1', 'open in May.'), three!), [
			'The old bridge is closed.',
			'It will ',
			'open again in May.',
			'The city pays.'
		]);
	});

	test('splits it behind that place', () => {
		bothStand(base, typed, doc(one!, p('two2', 'It will open in'), p('new1', ' May.'), three!), [
			'The old bridge is closed.',
			'It will open again in',
			' May.',
			'The city pays.'
		]);
	});

	test('splits it in two places and makes a list of the parts', () => {
		const list = ul('list', li('ite1', p('two2', 'It')), li('ite2', p('new1', ' will open')), li('ite3', p('new2', ' in May.')));
		const mine = doc(one!, p('two2', 'It will certainly open in late May.'), three!);
		bothStand(base, mine, doc(one!, list, three!), [
			'The old bridge is closed.',
			'<It |  will certainly open |  in late May.>',
			'The city pays.'
		]);
	});

	test('joins it to the one before', () => {
		bothStand(base, typed, doc(p('one1', 'The old bridge is closed. It will open in May.'), three!), [
			'The old bridge is closed. It will open again in May.',
			'The city pays.'
		]);
	});

	test('makes all of it bold', () => {
		bothStand(base, typed, doc(one!, p('two2', '*It will open in May.*'), three!), [
			'The old bridge is closed.',
			'*It will open again in May.*',
			'The city pays.'
		]);
	});

	test('types elsewhere in it', () => {
		bothStand(base, typed, doc(one!, p('two2', 'It will not open in May.'), three!), [
			'The old bridge is closed.',
			'It will not open again in May.',
			'The city pays.'
		]);
	});
});

describe('two write at the same place:', () => {
	test('blocks stand one after the other, what stands already first', () => {
		const put = (id: string, text: string) => doc(one!, p(id, text), two!, three!);
		expect(merged(base, put('min1', 'Mine.'), put('the1', 'Theirs.')).text).toEqual([
			'The old bridge is closed.',
			'Theirs.',
			'Mine.',
			'It will open in May.',
			'The city pays.'
		]);
	});

	test('words stand one after the other', () => {
		const put = (text: string) => doc(one!, p('two2', `It will open in May. ${text}`), three!);
		expect(merged(base, put('We hope.'), put('Perhaps.'))).toMatchObject({
			text: [one, 0, three].map((at) => (at ? told([at])[0] : 'It will open in May. Perhaps. We hope.')),
			clashes: []
		});
	});

	test('a paragraph of one stands behind what another split off there', () => {
		bothStand(base, doc(one!, two!, p('min1', 'Mine.'), three!), doc(one!, p('two2', 'It will '), p('new1', 'open in May.'), three!), [
			'The old bridge is closed.',
			'It will ',
			'open in May.',
			'Mine.',
			'The city pays.'
		]);
	});

	test('a paragraph put between two goes where another takes both', () => {
		const mine = doc(one!, p('min1', 'Mine.'), two!, three!);
		bothStand(base, mine, doc(quote('quot', one!, two!), three!), [
			'“The old bridge is closed. ¶ Mine. ¶ It will open in May.”',
			'The city pays.'
		]);
		bothStand(base, mine, doc(ul('list', li('ite1', one!), li('ite2', two!)), three!), [
			'<The old bridge is closed. | Mine. | It will open in May.>',
			'The city pays.'
		]);
	});
});

describe('a clash holds the block of each', () => {
	const say = (text: string) => doc(one!, p('two2', text), three!);

	test('where both changed the same word', () => {
		expect(merged(base, say('It will open in June.'), say('It will open in July.'))).toEqual({
			text: ['The old bridge is closed.', 'It will open in July.', 'The city pays.'],
			clashes: [[['It will open in May.'], ['It will open in June.'], ['It will open in July.']]]
		});
		expect(merged(base, say('It will open in June.'), say('It will open in July.'), 'mine').text[1]).toBe('It will open in June.');
	});

	test('where one took away what the other changed', () => {
		const without = doc(one!, three!);
		const clash = { clashes: [[['It will open in May.'], ['It will open again in May.'], []]] };
		expect(merged(base, typed, without)).toEqual({ text: ['The old bridge is closed.', 'The city pays.'], ...clash });
		expect(merged(base, typed, without, 'mine')).toMatchObject({ text: told(typed.content), ...clash });
	});

	test('and none where both only took words away', () => {
		bothStand(base, say('It will open.'), say('It open in May.'), ['The old bridge is closed.', 'It open.', 'The city pays.']);
	});
});

describe('in a table', () => {
	const rows = { row1: ['a1 Measure', 'b1 Cost', 'c1 Year'], row2: ['a2 Bridge', 'b2 12 000', 'c2 2026'] };
	const before = doc(table('tabl', rows));
	const wider = doc(
		table('tabl', { row1: ['a1 Measure', 'n1 Lead', 'b1 Cost', 'c1 Year'], row2: ['a2 Bridge', 'n2 City', 'b2 12 000', 'c2 2026'] })
	);

	test('a row of one and a column of the other leave each word under its column', () => {
		bothStand(before, doc(table('tabl', { ...rows, row3: ['a3 School', 'b3 5 000', 'c3 2027'] })), wider, [
			'{Measure | Lead | Cost | Year // Bridge | City | 12 000 | 2026 // School |  | 5 000 | 2027}'
		]);
	});

	test('columns of both stand', () => {
		const other = doc(
			table('tabl', { row1: ['a1 Measure', 'b1 Cost', 'm1 Share', 'c1 Year'], row2: ['a2 Bridge', 'b2 12 000', 'm2 85', 'c2 2026'] })
		);
		bothStand(before, wider, other, ['{Measure | Lead | Cost | Share | Year // Bridge | City | 12 000 | 85 | 2026}']);
	});

	test('rows that one moves hold what another types in them', () => {
		bothStand(
			before,
			doc(table('tabl', { row2: rows.row2, row1: rows.row1 })),
			doc(table('tabl', { ...rows, row2: ['a2 Bridge', 'b2 13 000', 'c2 2026'] })),
			['{Bridge | 13 000 | 2026 // Measure | Cost | Year}']
		);
	});

	test('cells that one joins hold what another types in them', () => {
		const joinedCells = table('tabl', rows);
		const [, second] = joinedCells.content;
		const [, cost, year] = second?.content ?? [];
		if (!second || !cost || !year) throw new Error('no cells');
		second.content = [
			second.content[0]!,
			{ ...cost, attrs: { ...cost.attrs, colspan: 2 }, content: [...cost.content, ...year.content] }
		];
		bothStand(before, doc(joinedCells), doc(table('tabl', { ...rows, row2: ['a2 Bridge', 'b2 12 000', 'c2 late 2026'] })), [
			'{Measure | Cost | Year // Bridge | 12 000 ¶ late 2026}'
		]);
	});

	test('a row that one took away while another wrote in it stays whole where it stands, and is shown', () => {
		const without = doc(table('tabl', { row1: rows.row1 }));
		const changed = doc(table('tabl', { ...rows, row2: ['a2 Bridge', 'b2 13 000', 'c2 2026'] }));
		expect(merged(before, without, changed)).toEqual({
			text: ['{Measure | Cost | Year // Bridge | 13 000 | 2026}'],
			clashes: [[['12 000'], [], ['13 000']]]
		});
		expect(merged(before, changed, without).text).toEqual(['{Measure | Cost | Year}']);
	});
});

describe('footnotes', () => {
	const noted = doc(p('one1', 'The bridge[not1 see page 3] is closed.'), p('two2', 'It opens.'));

	test('keep what one says in them while another moves the words around them', () => {
		bothStand(
			noted,
			doc(p('one1', 'The bridge[not1 see page 4] is closed.'), p('two2', 'It opens.')),
			doc(p('two2', 'It opens.'), p('one1', 'The old bridge[not1 see page 3] is closed.')),
			['It opens.', 'The old bridge[see page 4] is closed.']
		);
	});

	test('that one took away while another changed them are shown', () => {
		const { clashes } = merged(
			noted,
			doc(p('one1', 'The bridge[not1 see page 4] is closed.'), p('two2', 'It opens.')),
			doc(p('one1', 'The bridge is closed.'), p('two2', 'It opens.'))
		);
		expect(clashes).toEqual([
			[['The bridge[see page 3] is closed.'], ['The bridge[see page 4] is closed.'], ['The bridge is closed.']]
		]);
	});
});

test('what came without its ids is found again by its words', () => {
	const anew = doc(
		p('xxx1', 'The old bridge is closed.'),
		p('xxx2', 'It will open in late May.'),
		p('xxx3', 'The city pays.'),
		p('xxx4', 'More.')
	);
	const { doc: section, clashes } = mergeSections(base, anew, typed, { timeout: 60_000 });
	expect(told(section.content)).toEqual(['The old bridge is closed.', 'It will open again in late May.', 'The city pays.', 'More.']);
	expect(clashes).toEqual([]);
	expect(section.content.map(({ attrs }) => attrs.id)).toEqual(['one1', 'two2', 'thr3', 'xxx4']);
});
