import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { root } from '../support/sources.ts';
import { onServerCore } from './machine.ts';
import type { Blocked } from './blocked.ts';
import type { Weight } from './weighed.ts';

/** A server of one side, in a process of its own on the core of the servers. */
export interface ServerProcess {
	pid: number;
	url: URL;
	/** What it holds in memory once all garbage is collected. */
	weigh(): Promise<Weight>;
	/** Watches its main thread; the function it gives says how long it was held up until now. */
	watch(): Promise<() => Promise<Blocked>>;
	stop(): Promise<void>;
}

const patience = 60_000;
const running = new Set<ChildProcess>();

interface Starting {
	/** Where the file and what it needs lie. */
	folder?: string;
	databaseUrl: string;
	ready: string;
	/** How many times more often than usual one person may ask: a few people of the bench do the work of many. */
	limits?: number | undefined;
}

/** Starts a server and waits until `ready` answers with success. */
export async function startServer(file: string, { folder = root, databaseUrl, ready, limits = 1000 }: Starting): Promise<ServerProcess> {
	const port = await freePort();
	const url = new URL(`http://127.0.0.1:${port}`);
	const [program = '', ...args] = onServerCore([
		process.execPath,
		...profiling(),
		'--expose-gc',
		'--import',
		'./tests/bench/weighed.ts',
		'--import',
		'./tests/bench/blocked.ts',
		file
	]);
	const child = spawn(program, args, {
		cwd: folder,
		env: {
			PATH: process.env.PATH,
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: String(port),
			DATABASE_URL: databaseUrl,
			LIMITS: String(limits)
		},
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	running.add(child);
	await untilReady(new URL(ready, url), child);
	const ask = async <Answer>(word: string): Promise<Answer> => {
		const told = once(child, 'message') as Promise<[Answer]>;
		child.send(word);
		const [answer] = await told;
		return answer;
	};
	return {
		pid: child.pid ?? 0,
		url,
		weigh: () => ask<Weight>('weigh'),
		async watch() {
			await ask('watch');
			return () => ask<Blocked>('watched');
		},
		async stop() {
			running.delete(child);
			if (child.exitCode !== null || child.signalCode !== null) return;
			const gone = once(child, 'exit');
			child.kill('SIGTERM');
			const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
			await gone;
			clearTimeout(timer);
		}
	};
}

/** Ends what a cut-short run left behind. */
export function killServers(): void {
	for (const child of running) child.kill('SIGKILL');
}

/** `BENCH_PROFILE=folder` writes a CPU profile of every server there. */
function profiling(): string[] {
	const folder = process.env.BENCH_PROFILE;
	return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

async function untilReady(url: URL, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + patience;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
		const answer = await fetch(url).catch(() => null);
		await answer?.arrayBuffer();
		if (answer?.ok) return;
		await pause(50);
	}
	throw new Error('The server did not become ready.');
}
