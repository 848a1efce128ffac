import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlaywright, readVitest, run } from './tally.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = process.execPath;

/** @param {string} program of an installed package, from node_modules */
const script = (program) => join(root, 'node_modules', program);
/** @param {string} name */
const report = (name) => join(root, 'test-results', `${name}.json`);

/** @type {import('./tally.mjs').Runner} */
export const lint = { name: 'lint', command: [node, script('eslint/bin/eslint.js'), '--max-warnings=0', '.'] };

/** @type {import('./tally.mjs').Runner} */
export const format = {
	name: 'format',
	command: [node, script('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level=warn', '.']
};

/** @type {import('./tally.mjs').Runner} */
export const types = {
	name: 'types',
	command: [node, script('svelte-check/bin/svelte-check'), '--fail-on-warnings', '--output', 'human']
};

/**
 * @param {string} name
 * @param {string[]} projects
 * @returns {import('./tally.mjs').Runner}
 */
export function vitest(name, projects) {
	const only = projects.flatMap((project) => ['--project', project]);
	return {
		name,
		command: [
			node,
			script('vitest/vitest.mjs'),
			'run',
			...only,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report(name)}`
		],
		report: report(name),
		read: readVitest
	};
}

/** Needs the built pages: the real server is what gets killed. */
export const faults = vitest('faults', ['faults']);

/** @type {import('./tally.mjs').Runner} */
export const build = { name: 'build', command: [node, join(root, 'scripts/build.mjs')], step: true };

/** @type {import('./tally.mjs').Runner} */
export const endToEnd = {
	name: 'e2e',
	command: [node, script('@playwright/test/cli.js'), 'test'],
	report: report('e2e'),
	read: readPlaywright
};

/** Clears old reports and makes what lint, types and tests read: the messages and SvelteKit's types. */
export async function prepare() {
	rmSync(join(root, 'test-results'), { recursive: true, force: true });
	const { compileMessages } = await import('./messages.mjs');
	await compileMessages();
	// Checks that run beside each other must not write anew what the others read.
	process.env.MESSAGES_COMPILED = 'yes';
	// Dozens of processes load the same programs: the product's servers and the workers of tests.
	process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compiled');
	const code = await run([node, script('@sveltejs/kit/svelte-kit.js'), 'sync']);
	if (code !== 0) process.exit(code);
}

/** Builds when that is needed; ends the process when it fails. */
export async function builtOrExit() {
	const code = await run(build.command);
	if (code !== 0) process.exit(code);
}
