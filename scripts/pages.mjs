import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfSources } from './sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'build', 'sources.sha256');
/** The server reads its messages from here, outside the built pages. */
const messages = join(root, 'src', 'lib', 'i18n', 'compiled', 'messages.js');

/** @param {string} sources */
function isCurrent(sources) {
	return existsSync(stamp) && existsSync(messages) && readFileSync(stamp, 'utf8') === sources;
}

/** Builds the pages unless they were built from these very sources. */
export function buildIfStale() {
	const sources = hashOfSources(root);
	if (isCurrent(sources)) return;
	console.log('Building the pages, about a quarter of a minute …');
	const began = Date.now();
	rmSync(stamp, { force: true });
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		env: { ...process.env, NODE_ENV: 'production' }
	});
	if (status !== 0) {
		console.error(`${stdout}${stderr}The pages could not be built: the messages stand above.`);
		process.exit(1);
	}
	writeFileSync(stamp, sources);
	console.log(`Built in ${Math.round((Date.now() - began) / 1000)} s`);
}
