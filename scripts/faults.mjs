import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { build, faults, prepare } = await import('./checks.mjs');
const { runAll } = await import('./tally.mjs');

/** @typedef {'writes' | 'acks' | 'faults' | 'lost' | 'doubled'} Figure */
/** @typedef {{ scene: string } & Record<Figure, number>} Scene */

process.env.FAULTS = 'all';
process.env.FAULT_KILLS ??= '20';
process.env.FAULT_DISK = mayMount() ? 'on' : 'off';
await prepare();
const code = await runAll([build, faults]);

console.log('');
const total = { scene: 'all', writes: 0, acks: 0, faults: 0, lost: 0, doubled: 0 };
for (const scene of scenes()) {
	for (const name of figures(scene)) total[name] += scene[name];
	console.log(line(scene));
}
if (process.env.FAULT_DISK === 'off') console.log('not run: a full disk (only root may mount a small one)');
console.log(line(total));
process.exitCode = code !== 0 || total.lost > 0 || total.doubled > 0 || total.acks === 0 ? 1 : 0;

/** A scene tells of itself as it goes on; its last word holds everything. */
function scenes() {
	const left = join(fileURLToPath(new URL('..', import.meta.url)), 'test-results', 'faults.jsonl');
	/** @type {Scene[]} */
	const told = existsSync(left)
		? readFileSync(left, 'utf8')
				.trim()
				.split('\n')
				.map((one) => JSON.parse(one))
		: [];
	return [...new Map(told.map((one) => [one.scene, one])).values()];
}

/** @param {Scene} scene */
function line(scene) {
	return `${scene.scene}: ${figures(scene)
		.map((name) => `${name} ${scene[name]}`)
		.join(', ')}`;
}

/** @param {Scene} scene */
function figures(scene) {
	return /** @type {Figure[]} */ (Object.keys(scene).filter((name) => name !== 'scene'));
}

/** Whether a disk of its own can be made, to be filled. */
function mayMount() {
	return process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}
