import { expect, test } from 'vitest';
import { comparedBlocks } from '#lib/server/plans/versions/compared-blocks.ts';
import { doc, h, p, table, ul, li } from '../../model/documents/section-notes.ts';

test('blocks are told as they are read, with what became of what they are', () => {
	const before = doc(p('one1', 'The old bridge.'), p('two2', 'It opens in May.'), p('thr3', 'The city pays.'));
	const after = doc(h('one1', 'The old bridge.'), p('thr3', 'The city and the region pay.'), p('new4', ''));
	const told = comparedBlocks(before, after) ?? [];
	expect(told.map(({ id, kind, differs }) => [id, kind, differs])).toEqual([
		['one1', 'changed', ['kind']],
		['two2', 'removed', []],
		['thr3', 'changed', ['words']]
	]);
	expect(told[0]).toMatchObject({ was: { kind: 'paragraph', level: null }, is: { kind: 'heading' } });
});

test('a section that came tells all its blocks as added, and one that is the same tells nothing', () => {
	const section = doc(ul('lst1', li('itm1', p('one1', 'Boats'))), p('two2', 'Bridges'));
	const told = comparedBlocks(null, section) ?? [];
	expect(told.map(({ id, kind, is }) => [id, kind, is?.list])).toEqual([
		['one1', 'added', 'bullet'],
		['two2', 'added', null]
	]);
	expect(comparedBlocks(section, null)?.every(({ kind }) => kind === 'removed')).toBe(true);
	expect(comparedBlocks(section, structuredClone(section))).toBeNull();
	expect(comparedBlocks(null, null)).toBeNull();
});

test('cells are told by row and column, footnotes with their words', () => {
	const before = doc(table('tbl1', { row1: ['aa11 Town', 'bb11 Boats'] }), p('one1', 'A bridge[not1 Of wood.].'));
	const after = doc(table('tbl1', { row1: ['aa11 Town', 'bb11 Ships'] }), p('one1', 'A bridge[not1 Of stone.].'));
	const told = comparedBlocks(before, after) ?? [];
	const changed = told.filter(({ kind }) => kind === 'changed');
	expect(changed.map(({ differs, is }) => [differs, is?.cell])).toEqual([
		[['words'], { row: 1, column: 2 }],
		[['notes'], null]
	]);
	expect(changed[1]?.parts).toEqual([{ kind: 'same', text: 'A bridge*.' }]);
	expect(changed[1]?.notes.flat()).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'added' })]));
});
