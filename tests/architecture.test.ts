import { expect, test } from 'vitest';
import { askedFor, faultsOf, importsOf, wideComments, wrongLengths } from './support/architecture.ts';
import { doubleExports, exportsOf } from './support/double-exports.ts';
import { circles, nounsInConsumers, nounsInJoined } from './support/folders.ts';
import { sources } from './support/sources.ts';

const house = sources('src/**/*.{ts,svelte}');

test('every file stands where the plan of the house puts it', () => {
	expect(house.length).toBeGreaterThan(10);
	expect(faultsOf(house)).toEqual([]);
});

test('files stay short', () => {
	expect(wrongLengths(house)).toEqual([]);
});

test('comments stay narrow', () => {
	expect(wideComments([...house, ...sources('src/{*,lib/**/*,styles/*}.css'), ...sources('{tests,scripts}/**/*.{ts,mjs}')])).toEqual([]);
});

test('tests have no drawers either', () => {
	const drawers = faultsOf(sources('{tests,scripts}/**/*.{ts,mjs}')).filter((fault) => fault.includes('drawer'));
	expect(drawers).toEqual([]);
});

test.each([
	['src/lib/model/posts.ts', `import { db } from '#lib/server/services.ts';`, 'model may not build on foundations'],
	['src/lib/model/posts.ts', `import { m } from '#lib/i18n/m';`, 'the model knows only their codes'],
	['src/lib/model/posts.ts', `import { page } from '$app/state';`, 'no SvelteKit'],
	['src/lib/server/people/commands.ts', `import { error } from '@sveltejs/kit';`, 'no SvelteKit'],
	['src/lib/server/people/commands.ts', `import type { Server } from 'socket.io';`, 'no SvelteKit'],
	['src/lib/server/people/commands.ts', `export { json } from 'express';`, 'no SvelteKit'],
	['src/lib/server/people/commands.ts', `await import('../realtime/rooms.ts');`, 'noun may not build on realtime'],
	['src/lib/server/db/client.ts', `import { x } from '../people/queries.ts';`, 'foundations may not build on noun'],
	['src/lib/client/socket.svelte.ts', `import { x } from '#lib/server/platform/errors.ts';`, 'client may not build on foundations'],
	[
		'src/lib/components/ui/Face.svelte',
		`<script>import X from '../../../routes/X.svelte';</script>`,
		'components may not build on routes'
	],
	['src/routes/+page.ts', `import { x } from '$lib/x';`, '#lib/…'],
	['src/routes/+page.svelte', `<script>import { page } from '$app/stores';</script>`, '$app/state'],
	['src/lib/components/thread/Post.svelte', `<script>import { page } from '$app/state';</script>`, 'leaves take props'],
	['src/lib/client/thread.ts', `import { page } from '$app/state';`, 'leaves take props'],
	['src/routes/+page.svelte', `{@html text}`, 'raw HTML'],
	['src/lib/utils/dates.ts', '', 'drawer'],
	['src/lib/server/helpers.ts', '', 'drawer'],
	['src/lib/client/post.ts', 'export class PostManager {}', 'PostManager'],
	['src/lib/client/post.ts', 'function handleClick() {}', 'handleClick'],
	['src/lib/client/post.ts', 'x;\n'.repeat(301), '301 lines']
])('a fault is seen: %s with %s', (path, text, fault) => {
	expect(faultsOf([{ path, text }]).join('\n')).toContain(fault);
});

test('the frame around the pages may show where one is', () => {
	const path = 'src/lib/components/shell/MainMenu.svelte';
	expect(faultsOf([{ path, text: `<script>import { page } from '$app/state';</script>` }])).toEqual([]);
});

test('imports of every kind are read', () => {
	const text = `import a from 'a'; import type { B } from 'b'; export * from 'c'; const d = await import('d');`;
	expect(importsOf({ path: 'x.ts', text })).toEqual(['a', 'b', 'c', 'd']);
});

test('a house of long files is seen', () => {
	const long = Array.from({ length: 20 }, (_, n) => ({ path: `${n}.ts`, text: 'x;\n'.repeat(n < 18 ? 61 : 181) }));
	expect(wrongLengths(long)).toHaveLength(2);
});

test('a wide comment is seen wherever it stands, and a long text is none', () => {
	const long = 'x '.repeat(69);
	const text = [`// ${long}`, `\t/** ${long}*/`, `x; // ${long}`, ` * ${long}`, `const x = '${long}';`, `\t// ${long.slice(8)}`].join(
		'\n'
	);
	expect(wideComments([{ path: 'x.ts', text }])).toEqual(['x.ts:1', 'x.ts:2', 'x.ts:3', 'x.ts:4']);
});

test('no two files export one name', () => {
	expect(doubleExports(house)).toEqual({});
});

test('two exports of one name are seen, whatever they are', () => {
	const file = (path: string, text: string) => ({ path, text });
	expect(
		doubleExports([
			file('a.ts', 'export const [one, { two }] = x; export function three() {} const four = 1; export { four };'),
			file('b.ts', 'export class one {} export type two = 1; export interface three {} export enum four {}'),
			file('c.svelte', '<script module lang="ts">export const one = 1;</script><script lang="ts">export const two = 1;</script>')
		])
	).toEqual({ one: ['a.ts', 'b.ts', 'c.svelte'], two: ['a.ts', 'b.ts'], three: ['a.ts', 'b.ts'], four: ['a.ts', 'b.ts'] });
});

test('what is handed on, what SvelteKit asks for, defaults and the two builds of a module are no second export', () => {
	const text = `export const load = 1, one = 2; export default function two() {} export type one = 3;
		import { three } from './y.ts'; export { three }; export { four } from './y.ts'; export * from './y.ts';`;
	expect(exportsOf({ path: 'x.ts', text })).toEqual(['one']);
	const build = 'export const m = 1;';
	expect(
		doubleExports([
			{ path: 'src/lib/i18n/m.browser.ts', text: build },
			{ path: 'src/lib/i18n/m.server.ts', text: build }
		])
	).toEqual({});
});

test('the folders of the server form no circle', () => {
	expect(circles(house, 'src/lib/server/')).toEqual([]);
});

test.each(['src/lib/model/', 'src/lib/components/', 'src/lib/client/'])('the folders of %s form no circle', (floor) => {
	expect(circles(house, floor)).toEqual([]);
});

test('what joins the nouns of the model is imported by none of their doors', () => {
	const doors = house.filter(({ path }) => /^src\/lib\/model\/[^/]+\/noun\.ts$/.test(path));
	expect(doors.length).toBeGreaterThan(5);
	expect(doors.filter((door) => askedFor(door).some((one) => /\/(nouns|policy|events|commands)\.ts$/.test(one)))).toEqual([]);
});

test('what asks all nouns knows none of them', () => {
	expect(nounsInConsumers(house)).toEqual([]);
});

test('the interfaces of all nouns know none of them', () => {
	expect(nounsInJoined(house)).toEqual([]);
});

test('a circle of folders is seen, however long, and what hangs on it is not blamed', () => {
	const file = (path: string, imported: string) => ({ path: `src/lib/server/${path}`, text: `import type { x } from '${imported}';` });
	const made = [
		file('plans/a.ts', '../practices/b.ts'),
		file('practices/c.ts', '#lib/server/reviews/d.ts'),
		file('reviews/d.ts', '../plans/e.ts'),
		file('desk/f.ts', '../plans/a.ts'),
		file('plans/g.ts', '../noun.ts'),
		file('plans/h.ts', './a.ts'),
		file('nouns.ts', './plans/a.ts'),
		file('plans/i.ts', '../nouns.ts')
	];
	expect(circles(made, 'src/lib/server/')).toEqual(['plans -> practices', 'practices -> reviews', 'reviews -> plans']);
	expect(circles(made.slice(1), 'src/lib/server/')).toEqual([]);
});

test('a noun in what asks all of them is seen', () => {
	const text = ['plans/queries', 'access/who', 'threads/open'].map((path) => `import { x } from '../../${path}.ts';`).join('\n');
	const from = (folder: string) => ({ path: `src/lib/server/${folder}/index/a.ts`, text });
	const doors = ['plans', 'threads', 'people'].map((folder) => ({ path: `src/lib/server/${folder}/noun.ts`, text: '' }));
	expect(nounsInConsumers([...doors, from('search')])).toEqual(['search -> plans']);
	expect(nounsInConsumers([...doors, from('threads'), from('access')])).toEqual(['access -> plans', 'threads -> plans']);
	expect(nounsInConsumers([...doors, from('people'), from('kit')])).toEqual([]);
});

test('a noun in an interface of all nouns is seen', () => {
	const path = 'src/lib/model/desk/panels.ts';
	const withPanels = (text: string) => [...house.filter((one) => one.path !== path), { path, text }];
	expect(nounsInJoined(withPanels('export interface DeskPanels {}'))).toEqual([]);
	expect(nounsInJoined(withPanels(`import type { M } from '../meetings/shown.ts'; export interface DeskPanels extends M {}`))).toEqual([
		`${path}: DeskPanels has parts of its own`,
		`${path} imports ../meetings/shown.ts`
	]);
	expect(nounsInJoined(withPanels('').slice(0, -1))).toEqual([`${path} is not there`]);
});

test('what a file only declares to is apart from what it asks for', () => {
	const text = `import { can } from '../policy.ts'; declare module '../events.ts' { interface Events extends E {} }`;
	expect(importsOf({ path: 'x.ts', text })).toEqual(['../policy.ts', '../events.ts']);
	expect(askedFor({ path: 'x.ts', text })).toEqual(['../policy.ts']);
});
