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
	if (!existsSync(program)) return null;
	const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
	return status === 0 ? { program: realpathSync(program), version: stdout.trim() } : null;
}

/** @param {{ program: string, version: string } | null} own */
function isHere(own) {
	if (own) return process.execPath === own.program && process.version === own.version;
	return Number(process.versions.node.split('.')[0]) >= major;
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
	await runInstead(own.program, [fileURLToPath(script), ...process.argv.slice(2)], {
		...process.env,
		PATH: [dirname(own.program), path].join(delimiter)
	});
}

/**
 * Runs a program in place of this one: signals go through to it, and its exit code is ours.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runInstead(program, args, env = process.env) {
	const child = spawn(program, args, { stdio: 'inherit', env });
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		// The Ctrl-C of a terminal reaches the child by itself, being in the same group of processes.
		const reachesBoth = signal === 'SIGINT' && process.stdin.isTTY;
		process.on(signal, () => void (reachesBoth || child.kill(signal)));
	}
	const [code] = await once(child, 'exit');
	process.exit(code ?? 1);
}
