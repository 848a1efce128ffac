import { expect, test } from 'vitest';
import { sectionLimits, type SectionDoc } from '#lib/model/documents/section-doc.ts';
import { mergeSections } from '#lib/model/documents/section-merge.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { sectionSchema } from '#lib/model/documents/section-schema.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { doc, p, table, told } from './section-notes.ts';

/* Each side keeps within a limit, and both together would not. */

const names = (side: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${side}${n}`);

/** A table of two rows with a cell for each of these columns, which says the name of its column and its row. */
const columnsOf = (...columns: string[]): SectionDoc =>
	doc(
		table(
			'tabl',
			Object.fromEntries(['one', 'two'].map((row) => [`row${row}`, columns.map((column) => `${column}${row} ${column}${row}word`)]))
		)
	);
const rowsOf = (...rows: string[]): SectionDoc =>
	doc(table('tabl', Object.fromEntries(rows.map((row) => [`row${row}`, ['a', 'b'].map((cell) => `${cell}${row} ${cell}${row}word`)]))));

function whole(base: SectionDoc, mine: SectionDoc, theirs: SectionDoc): SectionDoc {
	const { doc: both, clashes } = mergeSections(base, mine, theirs);
	expect(sectionSchema.safeParse(both).error).toBeUndefined();
	expect(normalizeSection(both)).toEqual(both);
	expect(clashes).toEqual([]);
	const words = (of: SectionDoc) => new Set(textOf(of).match(/\w+word/g));
	expect([...words(both)].sort()).toEqual([...new Set([...words(mine), ...words(theirs)])].sort());
	return both;
}

const old = ['x', 'y'];
const room = sectionLimits.columns - old.length;

test.each([
	['at the end', (side: string) => [...old, ...names(side, room)]],
	['at the start', (side: string) => [...names(side, room), ...old]],
	['in between', (side: string) => ['x', ...names(side, room), 'y']]
])('two who each add as many columns as there is room for, %s, lose no word, and old columns stay', (_where, columns) => {
	const both = whole(columnsOf(...old), columnsOf(...columns('m')), columnsOf(...columns('t')));
	const [first] = both.content;
	const cells = first?.type === 'table' ? (first.content[1]?.content ?? []) : [];
	expect(cells).toHaveLength(sectionLimits.columns);
	for (const column of [...old, ...names('t', room)]) {
		const cell = cells.find(({ attrs }) => attrs.id === `${column}twocell`);
		expect(told(cell?.content ?? []).join(' ')).toContain(`${column}twoword`);
	}
});

test('two who each add a few rows where there is room for those of one lose no word', () => {
	const before = names('x', sectionLimits.rows - 3);
	const both = whole(rowsOf(...before), rowsOf(...before, ...names('m', 3)), rowsOf(...before, ...names('t', 3)));
	const [first] = both.content;
	expect(first?.type === 'table' && first.content.length).toBe(sectionLimits.rows);
});

test('a footnote that two made as long as one may be says what stands, and both are shown', () => {
	const noted = (text: string) => doc(p('one1', `The bridge[not1 ${text}] is closed.`));
	const most = (word: string) => `see ${`${word} `.repeat(280)}`.trim();
	const { doc: both, clashes } = mergeSections(
		noted('see page 3'),
		noted(`${most('mine')} page 3`),
		noted(`see page 3 ${most('theirs')}`)
	);
	expect(sectionSchema.safeParse(both).error).toBeUndefined();
	expect(textOf(both)).toContain('theirs theirs');
	expect(clashes).toHaveLength(1);
	expect(JSON.stringify(clashes[0]?.mine)).toContain('mine mine');
});
