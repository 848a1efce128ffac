import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from './step.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[],
 *   optionalDependencies?: Record<string, string> }} Locked
 */

/** @param {string} file @returns {Record<string, Locked> | null} */
function packagesOf(file) {
	try {
		return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
	} catch {
		return null;
	}
}

/** @param {Locked} locked */
function madeForHere({ os, cpu }) {
	return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

/** Whether what is installed is what the lockfile says, of the optional packages those that the project names itself. */
export function installed() {
	const wanted = packagesOf('package-lock.json');
	const present = packagesOf('node_modules/.package-lock.json');
	if (!wanted || !present) return false;
	const named = Object.keys(wanted['']?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
	return Object.entries(wanted).every(([path, locked]) => {
		if (path === '') return true;
		const here = present[path];
		if (!here) return locked.optional === true && !(named.includes(path) && madeForHere(locked));
		return here.version === locked.version && here.integrity === locked.integrity && existsSync(join(root, path));
	});
}

function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(`Node ${process.versions.node} is too old to start with: install Node 20.19 or newer.`);
	process.exit(1);
}

/** npm as the host runs it: the project's own Node may be about to be replaced. */
function npm() {
	const { npm_execpath: script, npm_node_execpath: host } = process.env;
	if (script?.endsWith('.js') && host) return [host, script];
	const beside = join(dirname(process.execPath), 'npm');
	return [existsSync(beside) ? beside : 'npm'];
}

/** Installs the locked dependencies when they are missing or stale. */
export async function installIfStale() {
	requireNode();
	if (installed()) return;
	const [program = 'npm', ...args] = npm();
	const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	const done = await step('Installing the locked dependencies, about half a minute', program, [...args, ...options], {
		cwd: root,
		shell: process.platform === 'win32' && args.length === 0
	});
	if (done) return;
	console.error('The dependencies could not be installed: what npm says stands above.');
	process.exit(1);
}
