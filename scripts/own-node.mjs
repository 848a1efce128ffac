import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const major = 24;

/** The Node that comes with the project's packages, or null where no package fits this machine. */
function ownNode() {
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const program = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	return existsSync(program) && spawnSync(program, ['--version']).status === 0 ? realpathSync(program) : null;
}

/** @param {string | null} own */
function isHere(own) {
	return own ? realpathSync(process.execPath) === own : Number(process.versions.node.split('.')[0]) >= major;
}

/**
 * Comes back only on the project's own Node: elsewhere it runs the script there, passes signals on, and ends with its exit code.
 * @param {string} script the calling module's `import.meta.url`
 */
export async function onOwnNode(script) {
	const path = [bin, process.env.PATH].join(delimiter);
	const own = ownNode();
	if (isHere(own)) {
		process.env.PATH = path;
		return;
	}
	if (!own) {
		console.error(`No package brings Node for ${process.platform} on ${process.arch}: run this with Node ${major} or newer.`);
		process.exit(1);
	}
	const child = spawn(own, [fileURLToPath(script), ...process.argv.slice(2)], {
		stdio: 'inherit',
		env: { ...process.env, PATH: [dirname(own), path].join(delimiter) }
	});
	// Ctrl-C reaches the child by itself, being in the same group of processes.
	process.on('SIGINT', () => {});
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
	const [code] = await once(child, 'exit');
	process.exit(code ?? 1);
}
