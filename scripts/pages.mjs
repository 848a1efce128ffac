import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfSources } from './sources.mjs';
import { step } from './step.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'build', 'sources.sha256');
/** The server reads its messages from here, outside the built pages. */
const messages = join(root, 'src', 'lib', 'i18n', 'compiled', 'messages.js');
/** Whoever weighs a page reads here what stands in which piece. */
const pieces = join(root, '.svelte-kit', 'output', 'pieces.json');

/** @param {string} sources */
function isCurrent(sources) {
	return [stamp, messages, pieces].every(existsSync) && readFileSync(stamp, 'utf8') === sources;
}

/** Builds the pages unless they were built from these very sources. */
export async function buildIfStale() {
	const sources = hashOfSources(root);
	if (isCurrent(sources)) return;
	rmSync(stamp, { force: true });
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const done = await step('Building the pages, about a quarter of a minute', process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'production' }
	});
	if (!done) {
		console.error('The pages could not be built: the messages stand above.');
		process.exit(1);
	}
	writeFileSync(stamp, sources);
}
