import { expect, test } from 'vitest';
import { faultsOf, importsOf, wrongLengths } from './support/architecture.ts';
import { sources } from './support/sources.ts';

const house = sources('src/**/*.{ts,svelte}');

test('every file stands where the plan of the house puts it', () => {
	expect(house.length).toBeGreaterThan(10);
	expect(faultsOf(house)).toEqual([]);
});

test('files stay short', () => {
	expect(wrongLengths(house)).toEqual([]);
});

test('tests have no drawers either', () => {
	const drawers = faultsOf(sources('{tests,scripts}/**/*.{ts,mjs}')).filter((fault) => fault.includes('drawer'));
	expect(drawers).toEqual([]);
});

test.each([
	['src/lib/model/posts.ts', `import { db } from '#lib/server/platform/services.ts';`, 'model may not build on foundations'],
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
