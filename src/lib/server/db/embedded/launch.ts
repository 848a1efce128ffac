import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, open, readFile, rename, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';
import { identify } from './identity.ts';
import { findPostmaster } from './postmaster.ts';
import { asCommand, environment } from './run.ts';

/** No row and no value of anybody's reaches PostgreSQL's own log. */
const settings = [
	'log_error_verbosity=terse',
	'log_min_error_statement=panic',
	'timezone=UTC',
	'log_timezone=UTC',
	'max_connections=200',
	'jit=off'
].flatMap((setting) => ['-c', setting]);

/** Starts PostgreSQL in a session of its own, where the Ctrl-C of a terminal does not reach it, and waits until it is ready. */
export async function launch(dir: string, postgres: string, port: number): Promise<void> {
	const who = await identify(dir);
	const path = join(dir, 'swing.log');
	const log = await openLog(path);
	const from = (await log.stat()).size;
	if (who.user) await chown(path, who.user.uid, who.user.gid);
	const args = ['-D', dir, '-h', '127.0.0.1', '-p', String(port), '-k', '', ...settings];
	const child = spawn(...asCommand(who, postgres, args), {
		...who.user,
		cwd: '/',
		detached: true,
		env: environment,
		stdio: ['ignore', log.fd, log.fd]
	});
	child.unref();
	const ended = new Promise<true>((resolve) => {
		child.once('exit', () => resolve(true));
		child.once('error', () => resolve(true));
	});
	try {
		for (;;) {
			const running = await findPostmaster(dir);
			if (running?.ready && running.pid === child.pid) return;
			if (await Promise.race([ended, pause(15, false)])) throw await whyNot(path, from);
		}
	} finally {
		await log.close();
	}
}

export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

async function openLog(path: string) {
	const found = await stat(path).catch(() => null);
	if (found && found.size > 1_000_000) await rename(path, `${path}.1`);
	return open(path, 'a', 0o600);
}

async function whyNot(path: string, from: number): Promise<EmbeddedError> {
	const said = (await readFile(path)).subarray(from).toString().trim().split('\n').slice(-5).join('\n');
	/** The port was taken in between, or the processes of a killed server are still on their way out. */
	const passing = /Address already in use|shared memory block|lock file/.test(said);
	return new EmbeddedError(`The embedded PostgreSQL did not start. It says:\n${said || '(nothing)'}`, { passing });
}
