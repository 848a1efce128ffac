import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.ts';
import { ensureCluster, passwordOf, superuser } from './cluster.ts';
import { comingBack } from './come-back.ts';
import { EmbeddedError } from './embedded-error.ts';
import { freePort, launch } from './launch.ts';
import { findPostmaster, forgetPostmaster } from './postmaster.ts';
import { enter, type Tenancy } from './tenancy.ts';

const database = 'swing';
/** Time for a start, also one that first repairs after a crash. */
const startWithin = 60_000;
const leaveWithin = 10_000;

export interface Embedded {
	/** For postgres.js. */
	url: string;
	/** Stops PostgreSQL, unless another process uses it too. */
	stop(): Promise<void>;
	/** Whether it was running already: left behind by a killed server, or in use by another process. */
	adopted: boolean;
}

/** The PostgreSQL that comes with the project, on the data in `dir`; restarts it when it dies, until `stop`. */
export async function startEmbedded({ dir, log = () => {} }: { dir: string; log?: (line: string) => void }): Promise<Embedded> {
	const place = await realPlace(dir);
	const binaries = await findBinaries();
	await ensureCluster(place, binaries.initdb, log);
	const password = await passwordOf(place);
	const stopping = new AbortController();
	let tenancy: Tenancy | undefined;
	let recovery: Promise<unknown> = Promise.resolve();

	async function settle(fixedPort?: number): Promise<{ adopted: boolean; port: number }> {
		const deadline = Date.now() + startWithin;
		for (;;) {
			try {
				const { port, adopted } = await ensureRunning({ dir: place, binaries, fixedPort, deadline });
				tenancy = await enter((name) => urlOf(password, port, name), database, lost);
				return { adopted, port };
			} catch (cause) {
				if (!passes(cause) || Date.now() > deadline || stopping.signal.aborted) throw cause;
				await pause(50);
			}
		}
	}

	const comeBack = comingBack(() => settle(port), log, stopping.signal);

	function lost(): void {
		if (!stopping.signal.aborted) recovery = comeBack();
	}

	/** Whether nobody else uses the cluster. Where the line to it broke and was not made anew yet, it is asked on a new one. */
	async function isLast(): Promise<boolean> {
		const deadline = Date.now() + leaveWithin;
		for (;;) {
			try {
				tenancy ??= await enter(
					(name) => urlOf(password, port, name),
					database,
					() => {}
				);
				return await tenancy.leave();
			} catch (cause) {
				await tenancy?.close();
				tenancy = undefined;
				if (!passes(cause) || Date.now() > deadline || !(await findPostmaster(place))) return false;
				await pause(50);
			}
		}
	}

	const { adopted, port } = await settle();
	return {
		url: urlOf(password, port, database),
		adopted,
		async stop() {
			stopping.abort();
			await recovery;
			if (await isLast()) await stopPostmaster(place);
			await tenancy?.close();
		}
	};
}

/** The server may be on its way up or down, or end between our looking and our entering. */
function passes(cause: unknown): boolean {
	if (cause instanceof EmbeddedError) return cause.passing;
	const { code = '' } = cause as { code?: string };
	return /^(ECONN|CONNECT|EPIPE$|57P0)/.test(code);
}

async function ensureRunning({
	dir,
	binaries,
	fixedPort,
	deadline
}: {
	dir: string;
	binaries: Binaries;
	fixedPort: number | undefined;
	deadline: number;
}): Promise<{ port: number; adopted: boolean }> {
	for (;;) {
		const running = await findPostmaster(dir);
		if (running?.ready) return { port: running.port, adopted: true };
		if (!running) {
			await forgetPostmaster(dir);
			const port = fixedPort ?? (await freePort());
			await launch(dir, binaries.postgres, port);
			return { port, adopted: false };
		}
		if (Date.now() > deadline) {
			throw new EmbeddedError(`The PostgreSQL on ${dir} (process ${running.pid}) does not become ready.`);
		}
		await pause(30);
	}
}

/** A fast shutdown: what was acknowledged is on disk, connections are closed. */
async function stopPostmaster(dir: string): Promise<void> {
	const running = await findPostmaster(dir);
	if (!running) return;
	process.kill(running.pid, 'SIGINT');
	while ((await findPostmaster(dir))?.pid === running.pid) await pause(20);
}

function urlOf(password: string, port: number, name: string): string {
	return `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
}

async function realPlace(dir: string): Promise<string> {
	const path = resolve(dir);
	await mkdir(dirname(path), { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
		throw new EmbeddedError(
			`The folder ${dirname(path)} cannot be made (${cause.code}). Set DATA_DIR to a folder that you may write to.`,
			{ cause }
		);
	});
	return join(await realpath(dirname(path)), basename(path));
}
