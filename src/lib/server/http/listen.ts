import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createNetServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../platform/config.ts';

/** The address cannot be listened on; the message says what to set. */
export class ListenError extends Error {
	override name = 'ListenError';
	readonly code: string;
	constructor(code: string, message: string, cause: unknown) {
		super(message, { cause });
		this.code = code;
	}
}

/** A server that was just killed may hold its port a moment longer. */
const patience = 2000;

/** Connections that may wait to be taken: after a break all readers knock in the same moment. */
const backlog = 4096;

type Place = Pick<Config, 'host' | 'port' | 'demo'>;

/**
 * Makes the server listen: a demo on this machine alone, in both families of addresses.
 * @returns what ends the listening; running requests go on
 * @throws ListenError
 */
export async function listen(server: HttpServer, place: Place): Promise<() => void> {
	const [first, ...others] = hostsOf(place);
	await bind(server, first, place.port);
	const doors: Server[] = [];
	const close = () => [server, ...doors].forEach((one) => one.close());
	try {
		for (const host of others) {
			const door = createNetServer((socket) => server.emit('connection', socket));
			if (await bindIfThere(door, host, place.port)) doors.push(door);
		}
	} catch (cause) {
		close();
		throw cause;
	}
	return close;
}

/** @throws ListenError, early and in words, when the port is taken */
export async function requireFreePort(place: Place): Promise<void> {
	const probe = createServer();
	const close = await listen(probe, place);
	const closed = once(probe, 'close');
	close();
	await closed;
}

function hostsOf({ host, demo }: Place): [string | undefined, ...string[]] {
	if (host === 'localhost' || (demo && host === null)) return ['127.0.0.1', '::1'];
	return [host ?? undefined];
}

/** Not every machine has both families of addresses. */
async function bindIfThere(server: Server, host: string, port: number): Promise<boolean> {
	try {
		await bind(server, host, port);
		return true;
	} catch (cause) {
		if (cause instanceof ListenError && /^(EADDRNOTAVAIL|EAFNOSUPPORT)$/.test(cause.code)) return false;
		throw cause;
	}
}

async function bind(server: Server | HttpServer, host: string | undefined, port: number): Promise<void> {
	const deadline = Date.now() + patience;
	for (;;) {
		try {
			server.listen({ host, port, backlog });
			await once(server, 'listening');
			return;
		} catch (cause) {
			const { code = '' } = cause as { code?: string };
			if (code !== 'EADDRINUSE' || Date.now() > deadline) throw new ListenError(code, inWords(code, host, port), cause);
			await pause(200);
		}
	}
}

function inWords(code: string, host: string | undefined, port: number): string {
	if (code === 'EADDRINUSE') {
		return `Port ${port} is taken by another program. Stop that one, or set PORT to another number, for instance: PORT=${port === 65535 ? 3000 : port + 1} npm start`;
	}
	if (code === 'EACCES') {
		return `Port ${port} may not be used by an ordinary user. Set PORT to a number above 1023, for instance: PORT=3000 npm start`;
	}
	return `Cannot listen on ${host} (${code}). Set HOST to an address of this machine.`;
}
