import { globSync, readFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { messagePieces } from './scripts/vite/message-pieces.mjs';
import { messagesSpoken } from './scripts/vite/messages-spoken.mjs';

const browserless = { environment: 'node' as const, setupFiles: ['tests/support/console.ts'] };

/**
 * Files of a project share their process and its modules, which to load takes longer than most of their tests. Those that put
 * something else in the place of a module, bring what a browser has, or set the time of modules that remember when something
 * was, leave that behind: they are loaded alone.
 */
const included = (pattern: string, alone: boolean) =>
	globSync(pattern).filter((file) => /\bvi\.(mock|useFakeTimers)\(|'fake-indexeddb\/auto'/.test(readFileSync(file, 'utf8')) === alone);

const inBrowser = {
	extends: true as const,
	plugins: [messagePieces(), messagesSpoken(), sveltekit(), svelteTesting()]
};
const page = { environment: 'happy-dom' as const, setupFiles: ['tests/support/console.ts', 'tests/support/browser.ts'] };
const ofPages = 'tests/{components,client}/**/*.test.ts';

export default defineConfig({
	test: {
		globalSetup: ['tests/support/messages.ts'],
		allowOnly: false,
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					...browserless,
					name: 'model',
					isolate: false,
					include: ['tests/*.test.ts', 'tests/{model,i18n,scripts}/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					...browserless,
					name: 'server',
					isolate: false,
					include: ['tests/{server,routes,realtime}/**/*.test.ts'],
					globalSetup: ['tests/support/postgres.ts'],
					testTimeout: 20_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					...browserless,
					// A noun more than the product has: its tests have modules of their own, with lists that are longer by it.
					name: 'nouns',
					isolate: false,
					include: ['tests/nouns/*.test.ts'],
					setupFiles: [...browserless.setupFiles, 'tests/nouns/plug-in.ts'],
					globalSetup: ['tests/support/postgres.ts'],
					testTimeout: 20_000,
					hookTimeout: 60_000,
					maxWorkers: 2
				}
			},
			{
				extends: true,
				plugins: [messagePieces(), messagesSpoken(), sveltekit()],
				test: {
					...browserless,
					name: 'faults',
					include: ['tests/faults/*.test.ts', ...(process.env.FAULTS === 'all' ? ['tests/faults/whole/*.test.ts'] : [])],
					exclude: process.env.FAULT_DISK === 'off' ? ['tests/faults/whole/full-disk.test.ts'] : [],
					setupFiles: ['tests/support/console.ts', 'tests/faults/browser.ts'],
					globalSetup: ['tests/support/postgres.ts'],
					fileParallelism: false,
					hookTimeout: 60_000
				}
			},
			{ ...inBrowser, test: { ...page, name: 'components', include: included(ofPages, false), isolate: false } },
			{ ...inBrowser, test: { ...page, name: 'alone', include: [...included(ofPages, true), 'tests/nouns/screen/*.test.ts'] } }
		]
	}
});
