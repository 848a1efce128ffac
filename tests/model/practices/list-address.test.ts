import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adoptionStages, costBands, facets, type OwnValues } from '#lib/model/practices/facets.ts';
import { listAddress, listParams, noChoice, toggled, type PracticeList } from '#lib/model/practices/list-address.ts';
import { parseList } from '#lib/model/practices/parse-list.ts';

const own: OwnValues = { theme: ['talent', 'places'], city: ['co', 'da'], country: ['PT', 'LV'] };
const read = (query: string) => parseList(new URLSearchParams(query), own);
const plain: PracticeList = { q: '', choice: noChoice(), sort: 'newest', view: 'cards', page: 1 };

test('an address says in plain words what is chosen, and nothing that is as always', () => {
	expect(listAddress(plain)).toBe('/practices');
	expect(listAddress({ q: 'tirgus', choice: { theme: ['talent', 'places'], city: ['da'] }, sort: 'title', view: 'table', page: 2 })).toBe(
		'/practices?q=tirgus&theme=talent&theme=places&city=da&sort=title&view=table&page=2'
	);
	expect(listAddress({ choice: { cost: ['under-10000'] } })).toBe('/practices?cost=under-10000');
});

test('what an address says is read back as it was', () => {
	const some = fc.record({
		q: fc.constantFrom('', 'tirgus "labā prakse"', 'city:Daugavpils'),
		choice: fc
			.record({
				theme: fc.subarray(['talent', 'places']),
				city: fc.subarray(['co', 'da']),
				cost: fc.subarray([...costBands]),
				stage: fc.subarray([...adoptionStages]),
				period: fc.subarray(['none', 'before-2000', '2015']),
				tag: fc.subarray(['Youth & co', 'ā=b', 'x'])
			})
			.map((choice) => ({ ...noChoice(), ...choice })),
		sort: fc.constantFrom('newest' as const, 'title' as const, 'complete' as const),
		view: fc.constantFrom('cards' as const, 'table' as const),
		page: fc.integer({ min: 1, max: 400 })
	});
	fc.assert(
		fc.property(some, (list) => {
			expect(parseList(listParams(list), own)).toEqual({ list, ignored: [] });
		})
	);
});

test('a value that nothing is called by is told and left out, and the rest stands', () => {
	const { list, ignored } = read('theme=talent&theme=hats&city=zz&cost=cheap&period=2013&sort=price&view=map&page=0&utm_source=mail');
	expect(list).toEqual({ ...plain, choice: { ...noChoice(), theme: ['talent'] } });
	expect(ignored.slice(0, 3)).toEqual([
		{ name: 'theme', value: 'hats' },
		{ name: 'city', value: 'zz' },
		{ name: 'cost', value: 'cheap' }
	]);
	expect(read('sort=best').ignored).toEqual([]);
	expect(read('q=x').list.sort).toBe('best');
	expect(read('page=2x').ignored).toEqual([{ name: 'page', value: '2x' }]);
});

test('nothing fails on rubbish, and ten thousand parameters are neither kept nor told one by one', () => {
	const many = new URLSearchParams(Array.from({ length: 10_000 }, (_, n): [string, string] => ['tag', `t${n}`]));
	const { list, ignored } = parseList(many, own);
	expect(list.choice.tag.length).toBeLessThanOrEqual(40);
	expect(ignored.length).toBeLessThanOrEqual(5);
	const names = fc.constantFrom(...facets, 'q', 'sort', 'view', 'page', '__proto__', 'constructor', 'x');
	fc.assert(
		fc.property(fc.array(fc.tuple(names, fc.string({ maxLength: 500 }))), (pairs) => {
			const { list, ignored } = parseList(new URLSearchParams(pairs), own);
			expect(list.q.length).toBeLessThanOrEqual(400);
			expect(list.choice.theme.every((theme) => own.theme.includes(theme))).toBe(true);
			expect(ignored.every(({ value }) => value.length <= 60)).toBe(true);
		})
	);
});

test('one value more or less begins the list anew and leaves the other choices', () => {
	const list: PracticeList = { ...plain, page: 3, choice: { ...noChoice(), theme: ['talent'], city: ['da'] } };
	expect(toggled(list, 'theme', 'places')).toMatchObject({ page: 1, choice: { theme: ['talent', 'places'], city: ['da'] } });
	expect(toggled(list, 'theme', 'talent').choice.theme).toEqual([]);
});
