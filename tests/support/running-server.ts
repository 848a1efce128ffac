import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { root } from './sources.ts';

/** The product as delivered: the built pages behind the real server process, with its own data. */
export interface RunningServer {
	url: string;
	dataDir: string;
	/** Everything it printed so far. */
	output(): string;
	/** Stops it as an administrator would and waits until it is gone; the exit code. */
	stop(): Promise<number | null>;
	/** Ends it without warning. */
	kill(): Promise<void>;
	/** Starts it again on the same port and data. */
	start(): Promise<void>;
	restart(): Promise<void>;
}

const inherited = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'SYSTEMROOT', 'NODE_COMPILE_CACHE'];

function bare(): NodeJS.ProcessEnv {
	return Object.fromEntries(inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Starts the built product on a free port of the loopback. */
export async function runServer(dataDir: string, env: Record<string, string> = {}): Promise<RunningServer> {
	const port = await freePort();
	const url = `http://localhost:${port}`;
	let child: ChildProcess | undefined;
	let printed = '';

	async function start(): Promise<void> {
		const started = spawn(process.execPath, ['src/server.ts'], {
			cwd: root,
			env: { ...bare(), NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		child = started;
		const collect = (chunk: Buffer) => void (printed += chunk.toString());
		started.stdout.on('data', collect);
		started.stderr.on('data', collect);
		await untilReady(url, started, () => printed).catch((error: unknown) => {
			// Nobody else would end it.
			started.kill();
			throw error;
		});
	}

	async function end(signal: NodeJS.Signals): Promise<number | null> {
		const running = child;
		if (!running || running.exitCode !== null || running.signalCode !== null) return running?.exitCode ?? null;
		const gone = once(running, 'exit');
		running.kill(signal);
		await gone;
		return running.exitCode;
	}

	await start();
	return {
		url,
		dataDir,
		output: () => printed,
		stop: () => end('SIGTERM'),
		async kill() {
			await end('SIGKILL');
		},
		start,
		async restart() {
			await end('SIGTERM');
			await start();
		}
	};
}

async function untilReady(url: string, child: ChildProcess, printed: () => string): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${printed()}`);
		const answer = await fetch(`${url}/readyz`).catch(() => null);
		if (answer?.ok) return;
		await pause(50);
	}
	throw new Error(`The server did not become ready:\n${printed()}`);
}
