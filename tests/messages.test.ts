import { describe, expect, test } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { catalogue, faultsBetween, faultsWithin, filesOf, keysUsed } from './support/catalogue.ts';
import { sources } from './support/sources.ts';
import { spoken } from '../scripts/vite/spoken.mjs';
import { unspoken } from './support/spoken.ts';

const english = catalogue('en');

test.each(locales)('%s says everything that English says, with the same inputs', (locale) => {
	expect(faultsBetween(english, catalogue(locale))).toEqual([]);
});

test.each(locales)('%s keeps its plurals whole and its voice down', (locale) => {
	expect(faultsWithin(locale, catalogue(locale))).toEqual([]);
});

test('every message is used and every used message exists', () => {
	const used = keysUsed(sources('src/**/*.{ts,svelte}', 'tests/components/**/*.ts'));
	const known = new Set(english.keys());
	expect({ unknown: [...used].filter((key) => !known.has(key)), unused: [...known].filter((key) => !used.has(key)) }).toEqual({
		unknown: [],
		unused: []
	});
});

test.each(locales)('%s says things in the same files', (locale) => {
	expect(filesOf(locale)).toEqual(filesOf('en'));
});

describe('a fault is seen', () => {
	const plural = (...classes: string[]) => ({
		declarations: ['input n', 'local c = n: plural'],
		selectors: ['c'],
		match: Object.fromEntries(classes.map((one) => [`c=${one}`, '{n}']))
	});

	test('a key too many, a key too few, another placeholder', () => {
		const here = new Map<string, unknown>([
			['a', '{x}'],
			['b', 'b']
		]);
		const there = new Map<string, unknown>([
			['a', '{y}'],
			['c', 'c']
		]);
		expect(faultsBetween(here, there)).toHaveLength(3);
	});

	test('a plural class left out, also where two counts meet', () => {
		expect(faultsWithin('lv', new Map([['a', [plural('one', 'other')]]]))).toHaveLength(1);
		expect(faultsWithin('lv', new Map([['a', [plural('zero', 'one', '*')]]]))).toEqual([]);
		expect(faultsWithin('en', new Map([['a', [plural('one', 'other')]]]))).toEqual([]);
	});

	test('a message that does not travel to the page that says it, however far it is imported from', () => {
		const page = { path: 'src/routes/about/+page.svelte', text: `<script>import '#lib/far.ts';</script>` };
		const far = { path: 'src/lib/far.ts', text: `const later = () => import('./farther.ts');` };
		const farther = { path: 'src/lib/farther.ts', text: 'm.said_there(); m.said_here();' };
		const files = new Map([
			['said_there', 'look'],
			['said_here', 'pages']
		]);
		const sent = { everywhere: [], routes: { '/about': ['pages'] }, parts: {} };
		expect(unspoken([page, far, farther], files, sent)).toEqual([`${page.path} says said_there of look.json`]);
	});

	test('what is fetched later speaks from the files it brings, and what it does not bring is missed', () => {
		const page = {
			path: 'src/routes/about/+page.svelte',
			text: `<script>const later = () => speaking(() => import('#lib/far.ts'));</script>`
		};
		const far = { path: 'src/lib/far.ts', text: 'm.said_there(); m.said_elsewhere();' };
		const files = new Map([
			['said_there', 'look'],
			['said_elsewhere', 'desk']
		]);
		const sent = { everywhere: ['shell'], routes: {}, parts: { 'src/lib/far.ts': ['look'] } };
		expect(unspoken([page, far], files, sent)).toEqual([`${page.path} says said_elsewhere of desk.json`]);
	});

	test('shouting, and emptiness', () => {
		expect(
			faultsWithin(
				'en',
				new Map([
					['a', 'Done!'],
					['b', ' ']
				])
			)
		).toHaveLength(2);
	});

	test('use in a property, a call by name, a template', () => {
		const text = `m.first(); m['second'](); {m.third({ n: 1 })}`;
		expect([...keysUsed([{ path: 'a.svelte', text }])]).toEqual(['first', 'second', 'third']);
	});
});

describe('the files that travel are derived from the imports', () => {
	const speakers: Record<string, { imports: string[]; later: string[]; files: string[] }> = {
		layout: { imports: ['menu'], later: ['palette'], files: ['shell'] },
		menu: { imports: [], later: [], files: ['people'] },
		palette: { imports: ['hits'], later: [], files: [] },
		hits: { imports: ['menu'], later: [], files: ['search', 'people'] },
		desk: { imports: ['far'], later: [], files: ['shell'] },
		far: { imports: ['farther', 'nowhere'], later: ['palette'], files: [] },
		farther: { imports: ['far'], later: [], files: ['desk', 'calendar'] },
		found: { imports: ['palette'], later: [], files: [] }
	};
	const files = spoken((id) => speakers[id] ?? null, {
		frame: ['layout'],
		routes: new Map([
			['/', ['desk']],
			['/quiet', ['menu']],
			['/found', ['found']]
		]),
		parts: ['palette']
	});

	test('what the frame says travels with every page, and with none a second time', () => {
		expect(files.everywhere).toEqual(['people', 'shell']);
		expect(files.routes.get('/quiet')).toEqual([]);
	});

	test('a page has what it says and all it imports, in circles too', () => {
		expect(files.routes.get('/')).toEqual(['calendar', 'desk']);
	});

	test('a part that is fetched later brings its own, and burdens no page but one that imports it at once', () => {
		expect(files.parts.get('palette')).toEqual(['search']);
		expect(files.routes.get('/found')).toEqual(['search']);
	});
});
