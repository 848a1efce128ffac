import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import { keepMine, mergeValues } from '#lib/model/practices/merge.ts';
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
	expect(clashes).toMatchObject([{ field: 'solution', mine: mine.solution, stands: values.solution }]);
});

test('a line is one line, however two people write it', () => {
	const { values, clashes } = mergeValues(saying({ pitch: '' }), { pitch: 'Mine' }, saying({ pitch: 'Theirs' }));
	expect(values.pitch).toBe('Theirs');
	expect(clashes).toEqual([{ field: 'pitch', mine: 'Mine', stands: 'Theirs', kept: 'Mine' }]);
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
	expect(clashes).toMatchObject([{ field: 'modules', mine: [part('a', 'Night market')], kept: [part('a', 'Night market')] }]);
});

test('mine is kept where both wrote; what only the other changed stands, also what came since', () => {
	const text = (words: string) => fromMarkdown(words);
	const base = saying({ lessons: text('Rain.\n\nWind.\n\nFrost.') });
	const mine = { lessons: text('Rain.\n\nMuch wind.\n\nFrost.\n\nMine at the end.') };
	const standing = saying({ lessons: text('Rain and hail.\n\nNo wind at all.\n\nFrost.') });
	const { values, clashes } = mergeValues(base, mine, standing);
	expect(values.lessons).toEqual(text('Rain and hail.\n\nNo wind at all.\n\nFrost.\n\nMine at the end.'));
	const [clash] = clashes;
	if (!clash) throw new Error('Both wrote of the wind');
	const kept = text('Rain and hail.\n\nMuch wind.\n\nFrost.\n\nMine at the end.');
	expect(keepMine(clash, values)).toEqual(kept);
	const since = { ...values, lessons: text('Rain and hail.\n\nNo wind at all.\n\nFrost and ice.\n\nMine at the end.') };
	expect(keepMine(clash, since)).toEqual(text('Rain and hail.\n\nMuch wind.\n\nFrost and ice.\n\nMine at the end.'));
});

test('of rows that both changed mine is kept, the others stand', () => {
	const base = saying({ modules: [part('a', 'Market'), part('b', 'Map'), part('c', 'Choir')] });
	const mine = { modules: [part('a', 'Night market'), part('b', 'Map'), part('d', 'Lamp')] };
	const standing = saying({ modules: [part('a', 'Fair'), part('b', 'Chart'), part('c', 'Choirs'), part('e', 'Bench')] });
	const { values, clashes } = mergeValues(base, mine, standing);
	expect(values.modules.map(({ title }) => title)).toEqual(['Fair', 'Chart', 'Choirs', 'Bench', 'Lamp']);
	const kept = clashes[0] && (keepMine(clashes[0], values) as { title: string }[]);
	expect(kept?.map(({ title }) => title)).toEqual(['Night market', 'Chart', 'Bench', 'Lamp']);
});

test('two languages of one entry are a clash like any other', () => {
	const { values, clashes } = mergeValues(saying({ lang: 'en' }), { lang: 'lv' }, saying({ lang: 'pt' }));
	expect(values.lang).toBe('pt');
	expect(clashes).toEqual([{ field: 'lang', mine: 'lv', stands: 'pt', kept: 'lv' }]);
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
