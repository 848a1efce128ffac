import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Actor } from '#lib/model/actor.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { actorFromCookies, type SignedIn } from '../auth/session.ts';
import { NotFound } from '../errors.ts';
import { eventsSince, heads } from '../events/read.ts';
import { parse } from '../parse.ts';
import { recently } from '../recently.ts';
import type { Services } from '../services.ts';
import { admit } from './admit.ts';
import { refusal } from './answer.ts';
import { socketCommands } from './commands.ts';
import type { Live, LiveSocket } from './live.ts';
import { commandInput, followInput, leaveInput, mostMissed } from './protocol.ts';
import { requireHearing } from './rooms.ts';
import { cutStuck } from './stuck.ts';

const largestMessage = 256 * 1024;
const actors = recently<SignedIn>(2000);
/** A line that died without a word is noticed on both sides within the sum of these. */
const pings = { pingInterval: 12_000, pingTimeout: 10_000 };

/** Puts live streams on the HTTP server: one room a stream, each event encoded once for all of a room. */
export function attachRealtime(http: HttpServer, services: Services): { close(): Promise<void> } {
	const io: Live = new Server(http, {
		path: '/live',
		serveClient: false,
		maxHttpBufferSize: largestMessage,
		...pings,
		allowRequest: (request, decide) => decide(null, fromOwnPages(request, services)),
		transports: ['websocket', 'polling']
	});

	io.use((socket, next) => {
		actorOf(services, socket).then(({ actor, session }) => {
			if (actor.kind === 'visitor' || actor.suspended || !session) {
				next(new Error('signed_out'));
				return;
			}
			socket.data.personId = actor.id;
			socket.data.sessionId = session.id;
			socket.data.underWay = 0;
			next();
		}).catch((err: unknown) => {
			services.log.error({ err }, 'a live connection could not be opened');
			next(new Error('failed'));
		});
	});
	io.on('connection', (socket) => serve(services, socket));

	const stopListening = [
		services.feed.listen((envelope) => {
			services.metrics.events.inc();
			io.local.to(envelope.stream).emit('event', envelope);
		}),
		cutStuck(io, services),
		services.sessionsEnded.listen((ids) => io.local.in(ids.map(sessionRoom)).disconnectSockets(true)),
		services.personChanged.listen((id) => io.local.in(personRoom(id)).disconnectSockets(true))
	];
	countSockets(io, services);
	io.of('/').adapter.on('delete-room', (room: string) => services.feed.unfollow(room));

	return {
		async close() {
			for (const stop of stopListening) stop();
			await io.close();
		}
	};
}

/** Cookies ride along from pages of other origins too; a browser always says where it comes from. */
function fromOwnPages({ headers }: IncomingMessage, { config }: Services): boolean {
	if (headers.origin === undefined) return true;
	const host = URL.canParse(headers.origin) ? new URL(headers.origin).host : null;
	const forwarded = config.trustProxy === null ? [] : [headers['x-forwarded-host']].flat();
	return host !== null && [headers.host, new URL(config.publicUrl).host, ...forwarded].includes(host);
}

function countSockets(io: Live, { metrics }: Services): void {
	const { sockets } = io.of('/');
	const count = () => metrics.sockets.set(sockets.size);
	io.on('connection', (socket) => {
		count();
		socket.on('disconnect', count);
	});
}

const sessionRoom = (id: string) => `session/${id}`;
const personRoom = (id: string) => `person/${id}`;

async function actorOf(services: Services, socket: LiveSocket) {
	return actorFromCookies(services, socket.handshake.headers.cookie);
}

function serve(services: Services, socket: LiveSocket): void {
	const reply = replyTo(services, socket);
	admit(socket, services, (answer, why) => void reply(answer, () => Promise.reject(why)));
	void socket.join([sessionRoom(socket.data.sessionId), personRoom(socket.data.personId)]);

	socket.on('follow', (raw, answer) =>
		reply(answer, async () => {
			const { stream, seq } = parse(followInput, raw);
			if (hasAll(services, socket, { stream, seq })) return { events: [] };
			await requireHearing(services, await currentActor(services, socket), stream);
			return follow(services, socket, { stream, seq });
		})
	);
	socket.on('leave', (raw) => {
		const { data } = leaveInput.safeParse(raw);
		if (data) void socket.leave(data.stream);
	});
	socket.on('command', (raw, answer) =>
		reply(answer, async () => {
			const { name, input } = parse(commandInput, raw);
			const run = Object.hasOwn(socketCommands, name) ? socketCommands[name] : undefined;
			if (!run) throw new NotFound();
			return run(services, await currentActor(services, socket), input);
		})
	);
}

/**
 * Asked anew while sockets stay open, because roles change and sessions end; only what comes in quick succession is
 * answered alike. Whose standing changes in this process loses the line at once.
 */
async function currentActor(services: Services, socket: LiveSocket): Promise<Actor> {
	const { actor } = await actors(socket.id, () => actorOf(services, socket));
	if (actor.kind === 'visitor') socket.disconnect(true);
	return actor;
}

/** Who hears the stream already and has the last of it: the usual answer to those who only make sure, without a query. */
function hasAll({ feed }: Services, socket: LiveSocket, { stream, seq }: { stream: string; seq: number }): boolean {
	const position = feed.position(stream);
	return position !== undefined && seq >= position && socket.rooms.has(stream);
}

async function follow(
	{ sql, feed }: Services,
	socket: LiveSocket,
	{ stream, seq }: { stream: string; seq: number }
) {
	const head = (await heads(sql, [stream])).get(stream) ?? 0;
	if (socket.disconnected) return { events: [] };
	await socket.join(stream);
	feed.follow(stream, head);
	const events = await eventsSince(sql, stream, seq, mostMissed + 1);
	return events.length > mostMissed ? { tooFar: true as const } : { events };
}

function replyTo({ log, metrics }: Services, socket: LiveSocket) {
	return async <Result>(answer: unknown, work: () => Promise<Result>): Promise<void> => {
		const say = typeof answer === 'function' ? (answer as (answer: Answer<Result | null>) => void) : () => {};
		socket.data.underWay += 1;
		try {
			say({ ok: (await work()) ?? null });
		} catch (error) {
			const refused = refusal(error, log);
			metrics.refusals.inc({ code: refused.code });
			say({ refused });
		} finally {
			socket.data.underWay -= 1;
		}
	};
}
