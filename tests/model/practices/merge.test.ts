import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import { mergeValues } from '#lib/model/practices/merge.ts';
import { emptyValues, type PracticeValues } from '#lib/model/practices/values.ts';

const saying = (values: Partial<PracticeValues>): PracticeValues => ({ ...emptyValues, ...values });
const part = (id: string, title: string) => ({ id, kind: 'core' as const, title, text: '' });

test('two who change other words of one text both keep them', () => {
	const base = saying({ solution: fromMarkdown('The quince grows slowly.\n\nThe medlar waits.') });
	const mine = { solution: fromMarkdown('The old quince grows slowly.\n\nThe medlar waits.') };
	const standing = saying({ solution: fromMarkdown('The quince grows slowly.\n\nThe medlar waits until frost.') });
	const { values, clashes } = mergeValues(base, mine, standing);
	expect(clashes).toEqual([]);
	expect(values.solution && textMapOf(values.solution).text).toBe('The old quince grows slowly.\nThe medlar waits until frost.\n');
});

test('two who change the same words keep both sides: one stands, the other is told', () => {
	const base = saying({ solution: fromMarkdown('Ten trees.') });
	const mine = { solution: fromMarkdown('Twelve trees.') };
	const { values, clashes } = mergeValues(base, mine, saying({ solution: fromMarkdown('Nine trees.') }));
	expect(values.solution && textMapOf(values.solution).text).toBe('Nine trees.\n');
	expect(clashes).toEqual([{ field: 'solution', mine: mine.solution }]);
});

test('a line is one line, however two people write it', () => {
	const { values, clashes } = mergeValues(saying({ pitch: '' }), { pitch: 'Mine' }, saying({ pitch: 'Theirs' }));
	expect(values.pitch).toBe('Theirs');
	expect(clashes).toEqual([{ field: 'pitch', mine: 'Mine' }]);
});

test('rows merge by their ids, words of one’s own as a set', () => {
	const base = saying({ modules: [part('a', 'Market'), part('b', 'Map')], tags: ['fruit', 'square'] });
	const mine = { modules: [part('a', 'Night market'), part('b', 'Map'), part('c', 'Choir')], tags: ['fruit', 'night'] };
	const standing = saying({ modules: [part('a', 'Market'), part('d', 'Bench')], tags: ['fruit', 'square', 'young'] });
	const { values, clashes } = mergeValues(base, mine, standing);
	expect(values.modules.map(({ title }) => title)).toEqual(['Night market', 'Bench', 'Choir']);
	expect(values.tags).toEqual(['fruit', 'young', 'night']);
	expect(clashes).toEqual([]);
});

test('a row that one changed and the other took away is a clash', () => {
	const base = saying({ modules: [part('a', 'Market')] });
	const { values, clashes } = mergeValues(base, { modules: [part('a', 'Night market')] }, saying({ modules: [] }));
	expect(values.modules).toEqual([]);
	expect(clashes).toEqual([{ field: 'modules', mine: [part('a', 'Night market')] }]);
});

const line = fc.string({ maxLength: 30 }).map((text) => text.replace(/\s/gu, ' ').trim());

test('what only one side changed stands, whatever it is', () => {
	fc.assert(
		fc.property(line, line, line, (before, changed, place) => {
			const base = saying({ title: before });
			expect(mergeValues(base, { title: changed }, saying({ title: before, place }))).toEqual({
				values: saying({ title: changed, place }),
				clashes: []
			});
			expect(mergeValues(base, { title: before }, saying({ title: changed })).values.title).toBe(changed);
		})
	);
});
