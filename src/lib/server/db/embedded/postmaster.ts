import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What PostgreSQL says of itself in postmaster.pid. */
export interface Postmaster {
	pid: number;
	port: number;
	ready: boolean;
}

/** The server that runs on this folder, if one does; what a killed one left behind does not count. */
export async function findPostmaster(dir: string): Promise<Postmaster | null> {
	const lines = (await readFile(join(dir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
	const pid = Number(lines[0]);
	if (!Number.isInteger(pid) || pid <= 0) return null;
	if (!(await serves(pid, dir))) return null;
	return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** PostgreSQL takes any living process of that number for a server of its own and would refuse to start. */
export async function forgetPostmaster(dir: string): Promise<void> {
	await rm(join(dir, 'postmaster.pid'), { force: true });
}

/** A number says little, as numbers are given out again; a server works inside its own folder. */
async function serves(pid: number, dir: string): Promise<boolean> {
	if (process.platform === 'linux') {
		const at = await readlink(`/proc/${pid}/cwd`).catch(() => null);
		return at !== null && at === (await realpath(dir));
	}
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}
	if (process.platform === 'win32') return true;
	const { stdout } = await promisify(execFile)('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
	return stdout.includes('postgres');
}
