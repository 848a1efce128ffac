import { describe, expect, test } from 'vitest';
import { blockIdsOf, isBlockId, mintBlockId, withBlockIds, type LooseNode } from '#lib/model/documents/section-ids.ts';
import { eachSeed } from './section-random.ts';

const paragraph = (id: string | null, text: string): LooseNode => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', ...{ text } }]
});
const doc = (...content: LooseNode[]): LooseNode => ({ type: 'doc', content });
const counted = () => {
	let count = 0;
	return () => `new${(count += 1)}`;
};
const given = (input: LooseNode, before?: LooseNode) => blockIdsOf(withBlockIds(input, counted(), before));

test('ids that are made are ids, and differ', () => {
	const ids = Array.from({ length: 1000 }, mintBlockId);
	expect(ids.every(isBlockId)).toBe(true);
	expect(new Set(ids).size).toBe(1000);
});

test('what has none gets one, whatever it is; the others keep theirs', () => {
	const bare: LooseNode = { type: 'paragraph', content: [{ type: 'footnote', attrs: { text: 'a' } }] };
	const list: LooseNode = { type: 'bulletList', content: [{ type: 'listItem', attrs: null, content: [bare] }] };
	expect(given(doc(paragraph('p001', 'a'), list, paragraph('Not an id', 'b')))).toEqual(['p001', 'new1', 'new2', 'new3', 'new4', 'new5']);
});

test('an id that is taken is not given again', () => {
	expect(given(doc(paragraph(null, 'a'), paragraph('new1', 'b')), doc(paragraph('new2', 'gone')))).toEqual(['new3', 'new1']);
});

describe('of two with one id', () => {
	const before = doc(paragraph('p001', 'one'), paragraph('p002', 'two'));

	test('the first keeps it', () => {
		expect(given(doc(paragraph('p001', 'one'), paragraph('p001', 'one')))).toEqual(['p001', 'new1']);
	});

	test('the one that stood there before keeps it, also where its copy was pasted above', () => {
		expect(given(doc(paragraph('p002', 'two'), paragraph('p001', 'one'), paragraph('p002', 'two')), before)).toEqual([
			'new1',
			'p001',
			'p002'
		]);
	});

	test('the one that stood there keeps it, though somebody typed in it since', () => {
		const now = doc(paragraph('p002', 'two'), paragraph('p001', 'one'), paragraph('p002', 'two and more'));
		expect(given(now, before)).toEqual(['new1', 'p001', 'p002']);
	});

	test('the one that says what was said keeps it where both stand elsewhere', () => {
		const now = doc(paragraph('p002', 'other'), paragraph('p002', 'two'), paragraph('p001', 'one'));
		expect(given(now, before)).toEqual(['new1', 'p002', 'p001']);
	});
});

test('what was cut and pasted elsewhere keeps its id', () => {
	const before = doc(paragraph('p001', 'one'), paragraph('p002', 'two'));
	expect(given(doc(paragraph('p002', 'two'), paragraph('p001', 'one')), before)).toEqual(['p002', 'p001']);
});

test('whatever stands twice, every id is there once in the end', () => {
	eachSeed(300, (maker) => {
		const section = maker.section();
		const doubled = { ...section, content: [...section.content, ...section.content.filter(() => maker.random.chance(0.5))] };
		const ids = blockIdsOf(withBlockIds(doubled, undefined, section));
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.slice(0, blockIdsOf(section).length)).toEqual(blockIdsOf(section));
		expect(withBlockIds(section)).toEqual(section);
	});
}, 30_000);
