import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { build, faults, prepare } = await import('./checks.mjs');
const { runAll } = await import('./tally.mjs');

process.env.FAULTS = 'all';
process.env.FAULT_KILLS ??= '20';
await prepare();
const code = await runAll([build, faults]);
const runs = sums();
for (const run of runs) if ('notRun' in run) console.log(`not run: ${run.scene} (${run.notRun})`);
const total = { writes: 0, acks: 0, faults: 0, lost: 0, doubled: 0 };
for (const run of last(runs)) for (const name of /** @type {(keyof typeof total)[]} */ (Object.keys(total))) total[name] += run[name] ?? 0;
console.log(Object.entries(total).map(([name, number]) => `${name} ${number}`).join(', '));
process.exitCode = code !== 0 || total.lost > 0 || total.doubled > 0 || total.acks === 0 ? 1 : 0;

/** @typedef {{ scene: string, notRun?: string, writes?: number, acks?: number, faults?: number, lost?: number, doubled?: number }} Run */

/** @returns {Run[]} what the scenes left */
function sums() {
	const left = join(fileURLToPath(new URL('..', import.meta.url)), 'test-results', 'faults.jsonl');
	if (!existsSync(left)) return [];
	return readFileSync(left, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
}

/**
 * A scene tells of itself as it goes on; its last word holds everything.
 * @param {Run[]} runs
 */
function last(runs) {
	return [...new Map(runs.map((run) => [run.scene, run])).values()];
}
