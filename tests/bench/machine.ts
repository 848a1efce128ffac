import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Ticks of /proc in a second; Linux has had the same number for everybody for decades. */
const ticks = 100;

export const serverCore = 0;
export const generatorCore = 1;

/** Whether processes can be kept to a core each, so that load and server do not fight for one. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command that runs a program on the core of the servers. */
export function onServerCore(command: string[]): string[] {
	return canPin ? ['taskset', '-c', String(serverCore), ...command] : command;
}

/** Keeps a running process, all its threads and what it starts from now on, to one core. */
export function pin(pid: number, core: number): void {
	if (canPin) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
}

function read(path: string): string {
	try {
		return readFileSync(path, 'latin1');
	} catch {
		return '';
	}
}

function stat(pid: number | string): { parent: number; own: number; children: number } | null {
	const line = read(`/proc/${pid}/stat`);
	if (!line) return null;
	const fields = line
		.slice(line.lastIndexOf(')') + 2)
		.split(' ')
		.map(Number);
	const at = (n: number) => fields[n] ?? 0;
	return { parent: at(1), own: (at(11) + at(12)) / ticks, children: (at(13) + at(14)) / ticks };
}

export function parentOf(pid: number): number | null {
	return stat(pid)?.parent ?? null;
}

export function nameOf(pid: number): string {
	return read(`/proc/${pid}/comm`).trim();
}

/** CPU seconds that a process has used; NaN where the machine does not tell. */
export function cpuOf(pid: number): number {
	return stat(pid)?.own ?? NaN;
}

/** CPU seconds of a process and its children, living and gone: a PostgreSQL with its backends. */
export function cpuOfFamily(pid: number): number {
	const head = stat(pid);
	if (!head) return NaN;
	let sum = head.own + head.children;
	for (const name of readdirSync('/proc')) {
		const one = /^\d+$/.test(name) ? stat(name) : null;
		if (one?.parent === pid) sum += one.own + one.children;
	}
	return sum;
}

/** CPU seconds of a process and all that it started, directly or not, and that still runs: a browser. */
export function cpuOfTree(pid: number): number {
	const all = new Map(readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), stat(name)] as const] : [])));
	let sum = 0;
	for (const [id, one] of all) {
		let above: number | undefined = id;
		while (above !== undefined && above > 1 && above !== pid) above = all.get(above)?.parent;
		if (above === pid && one) sum += one.own + one.children;
	}
	return sum;
}

/** CPU seconds that the whole machine has been busy. */
export function cpuOfMachine(): number {
	const [, user = NaN, nice = NaN, system = NaN] = read('/proc/stat').split('\n', 1)[0]!.split(/\s+/).map(Number);
	return (user + nice + system) / ticks;
}
