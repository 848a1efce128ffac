import { spawn } from 'node:child_process';
import { once } from 'node:events';

const every = 10_000;

/**
 * Runs one long step with a sign of life every ten seconds. What it prints is kept back, and shown when it fails.
 * @param {string} words
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<boolean>} whether it went well
 */
export async function step(words, program, args, options) {
	console.log(`${words} …`);
	const began = Date.now();
	const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
	const alive = setInterval(() => console.log(`  ${seconds()}`), every);
	const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	const stop = () => void child.kill();
	process.on('SIGTERM', stop);
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
	const [code, problem] = await once(child, 'close').catch((/** @type {Error} */ error) => [null, error.message]);
	clearInterval(alive);
	process.off('SIGTERM', stop);
	if (code === 0) console.log(`  done in ${seconds()}`);
	else console.error(`${printed}${problem ?? ''}`);
	return code === 0;
}
