import { describe, expect, test } from 'vitest';
import type { DifferencePart } from '#lib/model/documents/difference.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { sectionDifference as differenceIn, type BlockDifference } from '#lib/model/documents/section-difference.ts';
import { inlineOf, treeOf } from '#lib/model/documents/section-tree.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { written } from './section-edits.ts';
import { doc, h, li, p, table, ul } from './section-notes.ts';
import { eachSeed, someFile } from './section-random.ts';

/** However busy the machine is. */
const sectionDifference = (before: SectionDoc, after: SectionDoc) => differenceIn(before, after, 60_000);

const said = (parts: readonly DifferencePart[], without: DifferencePart['kind']): string =>
	parts.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('');

/** What the blocks of one side say, sorted, for blocks that moved are told where they are now. */
function linesOf(blocks: readonly BlockDifference[], side: 'before' | 'after'): string[] {
	const without = side === 'before' ? 'added' : 'removed';
	return blocks
		.filter((block) => block[side])
		.map(
			({ parts, notes, [side]: stood }) =>
				(stood?.leaf.type === 'picture' ? '\ufffc' : '') +
				said(parts, without) +
				notes.map((note) => said(note.parts, without)).join('')
		)
		.sort();
}

/** The same, read from the section itself. */
function wordsIn(section: SectionDoc): string[] {
	return [...treeOf(section).leaves.values()]
		.map(({ leaf }) => {
			const notes = inlineOf(leaf).flatMap((node) => (node.type === 'footnote' ? node.attrs.text : []));
			return textOf({ type: 'doc', content: [leaf] }).slice(0, -1 - notes.join('').length - notes.length) + notes.join('');
		})
		.sort();
}

function told(blocks: readonly BlockDifference[]): unknown[] {
	const signs = { same: '', added: '+', removed: '-' };
	return blocks.map(({ kind, isMoved, differs, parts }) => [
		kind + (isMoved && kind !== 'moved' ? ' and moved' : ''),
		...(differs.length > 0 ? [differs.join()] : []),
		parts.map((part) => (part.kind === 'same' ? part.text : `${signs[part.kind]}(${part.text})`)).join('')
	]);
}

test('what stayed and went is the earlier version, what stayed and came the later one, to the last character', () => {
	eachSeed(500, (maker) => {
		const before = maker.section();
		const after = written(before, 'mana', maker.random, 1 + maker.random.below(5)).doc;
		const blocks = sectionDifference(before, after);
		expect(linesOf(blocks, 'before')).toEqual(wordsIn(before));
		expect(linesOf(blocks, 'after')).toEqual(wordsIn(after));
		expect(blocks.filter(({ after: stood }) => stood).map(({ id }) => id)).toEqual(treeOf(after).order);
	});
}, 30_000);

test('nothing is told of what is the same', () => {
	eachSeed(100, (maker) => {
		const section = maker.section();
		const blocks = sectionDifference(section, structuredClone(section));
		expect(blocks.every(({ kind, parts }) => kind === 'kept' && parts.every((part) => part.kind === 'same'))).toBe(true);
	});
}, 30_000);

describe('of a section it tells', () => {
	const before = doc(p('one1', 'The old bridge is closed.'), p('two2', 'It will open in May.'), p('thr3', 'The city pays.'));

	test('words, a kind, a move, what is new and what is gone', () => {
		const after = doc(h('thr3', 'The city pays.'), p('one1', 'The old bridge was closed.'), p('new4', 'More.'));
		expect(told(sectionDifference(before, after))).toEqual([
			['changed and moved', 'kind', 'The city pays.'],
			['changed', 'words', 'The old bridge -(is)+(was) closed.'],
			['removed', '-(It will open in May.)'],
			['added', '+(More.)']
		]);
	});

	test('only a move, only marks, and an item of a list', () => {
		const after = doc(
			p('one1', 'The *old* bridge is closed.'),
			p('thr3', 'The city pays.'),
			ul('list', li('item', p('two2', 'It will open in May.')))
		);
		expect(told(sectionDifference(before, after))).toEqual([
			['changed', 'marks', 'The old bridge is closed.'],
			['moved', 'The city pays.'],
			['changed', 'place', 'It will open in May.']
		]);
	});

	test('what a footnote says, and what stands in cells', () => {
		const noted = (note: string, cost: string) =>
			doc(p('one1', `It costs[not1 ${note}] much.`), table('tabl', { row1: [`aa Bridge`, `bb ${cost}`] }));
		const [first, , cell] = sectionDifference(noted('see page 3', '12\u202f000\u00a0€'), noted('see page 4', '13\u202f000\u00a0€'));
		expect(first).toMatchObject({
			kind: 'changed',
			differs: ['notes'],
			notes: [{ id: 'not1', parts: [{ text: 'see page ' }, { kind: 'removed', text: '3' }, { kind: 'added', text: '4' }] }]
		});
		expect(cell?.parts).toEqual([
			{ kind: 'removed', text: '12\u202f000' },
			{ kind: 'added', text: '13\u202f000' },
			{ kind: 'same', text: '\u00a0€' }
		]);
		expect(cell?.after?.place.cell).toEqual({ table: 'tabl', row: 0, column: 1, isHeader: false });
	});

	test.each([
		['col·legi vell', 'col·legi nou', 'col·legi -(vell)+(nou)'],
		['l’eau claire', 'l’air clair', '-(l’eau claire)+(l’air clair)'],
		['rock ’ roll', 'rock ’n’ roll', 'rock ’+(n’) roll'],
		['« Oui »\u202f: non', '« Oui »\u202f! non', '« Oui »\u202f-(:)+(!) non']
	])('the words that were there: %s, %s', (one, other, parts) => {
		expect(told(sectionDifference(doc(p('one1', one)), doc(p('one1', other))))).toEqual([['changed', 'words', parts]]);
	});

	test('a caption, another file and a text for those who do not see', () => {
		const picture = (more: object) =>
			doc({ type: 'picture', attrs: { id: 'pict', file: someFile, alt: null, caption: 'The bridge', ...more } });
		expect(told(sectionDifference(picture({}), picture({ alt: 'A bridge' })))).toEqual([['changed', 'kind', 'The bridge']]);
		expect(told(sectionDifference(picture({}), picture({ caption: 'The old bridge' })))).toEqual([
			['changed', 'words,kind', 'The +(old )bridge']
		]);
	});

	test('what is the same though all ids are others', () => {
		const anew = doc(p('xxx1', 'The old bridge is closed.'), p('xxx2', 'It will open in late May.'), p('xxx3', 'The city pays.'));
		expect(told(sectionDifference(before, anew))).toEqual([
			['kept', 'The old bridge is closed.'],
			['changed', 'words', 'It will open in +(late )May.'],
			['kept', 'The city pays.']
		]);
	});
});
