import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Socket } from 'socket.io-client';
import type { Person } from '#lib/model/access/actor.ts';
import { startSession } from '#lib/server/auth/session.ts';
import { safeServer } from '#lib/server/http/safe-server.ts';
import { attachRealtime } from '#lib/server/realtime/attach.ts';
import { asksForLine } from '#lib/server/realtime/opening.ts';
import type { Services } from '#lib/server/services.ts';
import { lineTo } from './line.ts';

/** The live part of a server process on these services. */
export interface LiveServer {
	/** Opens a line for somebody who has just signed in. */
	line(person: Person): Promise<Socket>;
	/** Opens a line with the cookie that was given out. */
	lineWith(cookie: string, headers?: Record<string, string>): Promise<Socket>;
	url: string;
	close(): Promise<void>;
}

export async function liveOn(services: Services): Promise<LiveServer> {
	const http = safeServer(services.config, asksForLine);
	const realtime = attachRealtime(http, services);
	await services.feed.start();
	await realtime.start();
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
	const lines: Socket[] = [];
	const lineWith = async (cookie: string, headers = {}) => {
		const socket = await lineTo(url, { cookie, ...headers });
		lines.push(socket);
		return socket;
	};
	return {
		url,
		lineWith,
		async line(person) {
			const cookie = await cookieOf(services, person);
			await heardSoFar(services);
			return lineWith(cookie);
		},
		async close() {
			for (const line of lines) line.disconnect();
			await realtime.close();
			http.closeAllConnections();
		}
	};
}

/** Done when what was told of people up to now has been heard: that somebody was made would cut the line they open. */
async function heardSoFar({ personChanged, sql }: Services): Promise<void> {
	const told = randomUUID();
	const { promise, resolve } = Promise.withResolvers<void>();
	const stop = personChanged.listen((heard) => heard === told && resolve());
	await sql.notify('swing_people', told);
	await promise;
	stop();
}

/** Signs somebody in: the cookie that their browser keeps. */
export async function cookieOf(services: Services, person: Person): Promise<string> {
	const { token } = await startSession(services, person.id, 'Test');
	return `swing=${token}`;
}

/** Asks over a line. */
export function ask(line: Socket, name: string, input: unknown) {
	return line.timeout(10_000).emitWithAck(name, input);
}

/** Why the line ended, once it has. */
export function hungUp(line: Socket): Promise<string> {
	return new Promise((resolve) => {
		line.once('disconnect', resolve);
	});
}
