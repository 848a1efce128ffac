import { createServer, ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { refuseBarely, refuseUnreadable } from './bare-refusal.ts';
import { alwaysSaid, type Reached } from './safe-answers.ts';

/**
 * A server whose every answer says what answers always say, those that Node gives by itself too: to a request that names no
 * host, or expects what nobody knows.
 * @param upgrades whether a request may leave HTTP; any other that asks for it is answered as if it had not
 */
export function safeServer(config: Reached, upgrades: (request: IncomingMessage) => boolean = () => false): Server {
	const underWay = new WeakMap<Socket, Set<ServerResponse>>();

	class SafeAnswer extends ServerResponse {
		constructor(...given: ConstructorParameters<typeof ServerResponse>) {
			super(...given);
			const [request] = given;
			for (const [name, value] of Object.entries(alwaysSaid(config, request))) this.setHeader(name, value);
			const answers = underWay.get(request.socket) ?? new Set();
			underWay.set(request.socket, answers.add(this));
			this.once('close', () => answers.delete(this));
		}
	}

	const http = createServer({ keepAliveTimeout: 65_000, ServerResponse: SafeAnswer, shouldUpgradeCallback: upgrades });
	// A refusal amid another answer would be read as a part of it.
	const isAmid = (socket: Socket) => [...(underWay.get(socket) ?? [])].some((one) => one.headersSent && !one.writableEnded);
	refuseUnreadable(http, config, isAmid);
	http.on('connect', (request, socket) => refuseBarely(socket, 501, alwaysSaid(config, request)));
	return http;
}
