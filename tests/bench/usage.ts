import { setTimeout as pause } from 'node:timers/promises';
import { cpuOf, cpuOfFamily, cpuOfMachine, cpuOfTree } from './machine.ts';

/** Cores kept busy while something was measured. */
export interface Usage {
	server: number;
	postgres: number;
	generator: number;
	/** By everybody else on the machine: beyond a little, latencies tell about them. */
	others: number;
	seconds: number;
}

const mostOfOthers = 0.2;
const mostOfGenerator = 0.8;

/**
 * Starts to measure; the function it gives says what was used since. Null for the server where there is none, or for a PostgreSQL
 * elsewhere.
 * @param browser whose work is what is measured: it is neither of the generator nor of others
 */
export function meter(server: number | null, postgres: number | null, browser: number | null = null): () => Usage {
	const look = () => {
		const { user, system } = process.cpuUsage();
		return {
			server: server === null ? 0 : cpuOf(server),
			postgres: postgres === null ? 0 : cpuOfFamily(postgres),
			generator: (user + system) / 1e6,
			browser: browser === null ? 0 : cpuOfTree(browser),
			machine: cpuOfMachine(),
			at: performance.now() / 1000
		};
	};
	const began = look();
	return () => {
		const now = look();
		const seconds = now.at - began.at;
		const cores = (name: 'server' | 'postgres' | 'generator' | 'browser' | 'machine') => (now[name] - began[name]) / seconds;
		const ours = cores('server') + cores('postgres') + cores('generator') + cores('browser');
		return {
			server: cores('server'),
			postgres: cores('postgres'),
			generator: cores('generator'),
			others: Math.max(0, cores('machine') - ours),
			seconds
		};
	};
}

/** Why what was measured does not count, or null when it does. */
export function whyVoid({ others, generator }: Usage): string | null {
	if (others > mostOfOthers) return `others used ${others.toFixed(2)} core`;
	if (generator > mostOfGenerator) return `the generator used ${generator.toFixed(2)} of its core`;
	return null;
}

/** Waits until the machine has been quiet for a second, or for `most` seconds. */
export async function quiet(most: number): Promise<void> {
	const deadline = performance.now() + most * 1000;
	let calm = 0;
	while (calm < 2 && performance.now() < deadline) {
		const [busy, at] = [cpuOfMachine(), performance.now()];
		await pause(500);
		const cores = (cpuOfMachine() - busy) / ((performance.now() - at) / 1000);
		calm = cores < mostOfOthers ? calm + 1 : 0;
	}
}
