import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import { largestMessage } from '#lib/model/protocol.ts';
import type { SignedIn } from '../auth/session.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import { refuseBarely } from '../http/bare-refusal.ts';
import { alwaysSaid } from '../http/safe-answers.ts';
import type { Services } from '../services.ts';
import { fromOwnPages, openToSignedIn } from './handshake.ts';
import type { Live } from './live.ts';
import { asksForLine, linePath } from './opening.ts';
import { presence } from './presence.ts';
import { serve } from './serve.ts';
import { cutWhoChanged, enterOwnRooms } from './access.ts';
import { announceActivity } from './activity.ts';
import { cutWhoIsOut } from './audience.ts';
import { cutStuck } from './stuck.ts';
import { writing } from './writing.ts';

/** How long who sits at a line is believed to be who they were; whose access changes loses the line at once. */
const believed = 60_000;
/** A line that died without a word is noticed on both sides within the sum of these. */
const pings = { pingInterval: 12_000, pingTimeout: 10_000 };

export interface Realtime {
	/** From here on it hears, beside what this process does itself, whom others take out. */
	start(): Promise<void>;
	close(): Promise<void>;
}

/** Puts live streams on the HTTP server: one room a stream, each event encoded once for all of a room. */
export function attachRealtime(http: HttpServer, services: Services): Realtime {
	const io: Live = new Server(http, {
		path: linePath,
		serveClient: false,
		// With room for what Socket.IO writes around it.
		maxHttpBufferSize: largestMessage + 1000,
		...pings,
		allowRequest: (request, decide) => decide(null, fromOwnPages(request, services)),
		transports: ['websocket', 'polling']
	});
	sayAlways(io, services);
	const actors = ttlCache<SignedIn>(believed);
	const access = cutWhoChanged(io, services, actors.forget);
	const audiences = cutWhoIsOut(io, services);
	const here = presence((picture) => io.local.to(picture.stream).emit('here', picture));
	const heard = writing((now) => io.local.to(now.stream).volatile.emit('writing', now));
	io.on('connection', (socket) => {
		enterOwnRooms(socket);
		serve(services, socket, { actors, audiences, presence: here, writing: heard });
	});

	const stopListening = [
		openToSignedIn(io, services),
		services.feed.listen((envelopes) => {
			services.metrics.events.inc(envelopes.length);
			for (const part of audiences.inTurn(envelopes)) io.local.to(part[0]?.stream ?? '').emit('event', ...part);
			for (const { name, stream, payload } of envelopes) if (name === 'post.posted') heard.stops(stream, payload.author.id);
		}),
		announceActivity(io, services),
		audiences.stop,
		cutStuck(io, services)
	];
	countSockets(io, services);
	io.of('/').adapter.on('delete-room', (room: string) => services.feed.unfollow(room));

	return {
		start: () => access.start(),
		async close() {
			for (const stop of stopListening) stop();
			here.stop();
			heard.stop();
			await Promise.all([access.stop(), io.close()]);
		}
	};
}

/** What the engine answers to upgrades has none of the headers of other answers, and its refusals cannot be given any. */
function sayAlways({ engine }: Live, services: Services): void {
	const refuse = (request: IncomingMessage, status: number) => refuseBarely(request.socket, status, alwaysSaid(services.config, request));
	engine.use((request: IncomingMessage, response: Pick<ServerResponse, 'setHeader'>, next: () => void) => {
		if (asksForLine(request) && !fromOwnPages(request, services)) return refuse(request, 403);
		for (const [name, value] of Object.entries(alwaysSaid(services.config, request))) response.setHeader(name, value);
		next();
	});
	// It comes before the engine's own words, which then find the socket closed.
	engine.on('connection_error', ({ req }: { req: IncomingMessage }) => {
		if (asksForLine(req)) refuse(req, 400);
	});
}

function countSockets(io: Live, { metrics }: Services): void {
	const { sockets } = io.of('/');
	const count = () => metrics.sockets.set(sockets.size);
	io.on('connection', (socket) => {
		count();
		socket.on('disconnect', count);
	});
}
