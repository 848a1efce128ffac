import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { messagePieces } from './scripts/vite/message-pieces.mjs';
import { messagesSpoken } from './scripts/vite/messages-spoken.mjs';

const browserless = { environment: 'node' as const, setupFiles: ['tests/support/console.ts'] };

export default defineConfig({
	test: {
		globalSetup: ['tests/support/messages.ts'],
		allowOnly: false,
		projects: [
			{
				extends: true,
				test: {
					...browserless,
					name: 'model',
					include: ['tests/*.test.ts', 'tests/{model,i18n,scripts}/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					...browserless,
					name: 'server',
					include: ['tests/{server,routes,realtime}/**/*.test.ts'],
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
					fileParallelism: false,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				plugins: [messagePieces(), messagesSpoken(), sveltekit(), svelteTesting()],
				test: {
					name: 'components',
					environment: 'happy-dom',
					include: ['tests/{components,client}/**/*.test.ts'],
					setupFiles: ['tests/support/console.ts', 'tests/support/browser.ts']
				}
			}
		]
	}
});
