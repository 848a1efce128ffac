import type { Actor } from '#lib/model/access/actor.ts';
import type { Answer, Followed, Packed } from '#lib/model/protocol.ts';
import { noteRefusal } from '../audit/note-refusal.ts';
import type { SignedIn } from '../auth/session.ts';
import { NotFound, OtherPerson } from '../platform/errors.ts';
import { countUnread } from '../threads/unread.ts';
import { limitsOf } from '../platform/limits.ts';
import { parse } from '../platform/parse.ts';
import type { TtlCache } from '../platform/ttl-cache.ts';
import type { Services } from '../services.ts';
import { admit } from './admit.ts';
import { refusal } from './answer.ts';
import { commandNamed } from '../commands/socket-commands.ts';
import type { Encoded } from './encoded.ts';
import { follow, hasAll } from './follow.ts';
import type { AudienceChanges } from './audience.ts';
import { actorOf } from './handshake.ts';
import type { LiveSocket } from './live.ts';
import { nothing } from './missed.ts';
import type { Presence } from './presence.ts';
import { commandInput, followInput, streamInput, writingInput } from './protocol.ts';
import { requireHearing, type Hearer } from './rooms.ts';
import { toOwnOthers } from './access.ts';
import type { WritingHeard } from './writing.ts';

/** What the sockets of a process have together. */
export interface Surroundings {
	actors: TtlCache<SignedIn>;
	audiences: AudienceChanges;
	presence: Presence;
	writing: WritingHeard;
}

/** Answers everything that one socket says. */
export function serve(services: Services, socket: LiveSocket, { actors, audiences, presence, writing }: Surroundings): void {
	const { id } = socket;
	const me = socket.data.person.id;
	const reply = replyTo(services, socket);
	const limits = limitsOf(services);
	const asker = { person: me };
	/** Streams that are about to be followed, and whether that was taken back meanwhile. */
	const coming = new Map<string, { left: boolean }>();
	admit(socket, services, (answer, why) => void reply(answer, () => Promise.reject(why)));

	/**
	 * Whose access changes loses the line at once, whichever process changed it, and what is believed with it. Asked anew
	 * now and then all the same: a session that is used lives on.
	 */
	async function currentActor(): Promise<Actor> {
		const { actor } = await actors(id, () => actorOf(services, socket));
		if (actor.kind === 'visitor') socket.disconnect(true);
		return actor;
	}

	/** Joins at once where they may: an audience that changes while they are asked about cuts only lines that are in the room by then. */
	async function enter(place: { stream: string; seq: number }): Promise<{ hearer: Hearer | 'unseen'; followed: Encoded<Followed> }> {
		for (;;) {
			const before = audiences.count();
			const hearer = await requireHearing(services, await currentActor(), place.stream);
			if (audiences.count() === before) return { hearer, followed: await follow(services, socket, place) };
		}
	}

	socket.on('follow', (raw, answer) =>
		reply(answer, async () => {
			const { stream, seq, packed } = parse(followInput, raw);
			const said = (missed: Encoded<Followed>): Packed | Encoded<Followed> => (packed ? { json: missed.json } : missed);
			if (hasAll(services, socket, { stream, seq })) return said(nothing);
			const own = { left: false };
			coming.set(stream, own);
			const { hearer, followed } = await limits
				.take('catchUp', asker, () => enter({ stream, seq }))
				.finally(() => coming.get(stream) === own && coming.delete(stream));
			if (own.left) await socket.leave(stream);
			if (hearer !== 'unseen' && socket.rooms.has(stream)) presence.enter(stream, id, hearer);
			return said(followed);
		})
	);
	socket.on('leave', (raw) => {
		const { data: left } = streamInput.safeParse(raw);
		if (!left) return;
		const come = coming.get(left.stream);
		if (come) come.left = true;
		void socket.leave(left.stream);
		presence.leave(left.stream, id, me);
	});
	socket.on('disconnecting', () => {
		for (const room of socket.rooms) presence.leave(room, id, me);
	});
	socket.on('writing', (raw) => {
		const { data: place } = writingInput.safeParse(raw);
		if (!place || !socket.rooms.has(place.stream)) return;
		const hearer = presence.find(place.stream, me);
		if (hearer?.speaks) writing.writes(place.stream, hearer.tag, place.about);
	});
	socket.on('unread', (_, answer) =>
		reply(answer, () => limits.take('catchUp', asker, async () => countUnread(services, await currentActor())))
	);
	socket.on('command', (raw, answer) =>
		reply(answer, async () => {
			const { name, by = me } = parse(commandInput, raw);
			const { input } = raw as { input?: unknown };
			if (by !== me) throw new OtherPerson();
			const run = commandNamed(name);
			if (!run) throw new NotFound();
			const done = await limits.take('write', asker, async () => run(services, await currentActor(), input));
			if (name === 'markRead') toOwnOthers(socket).emit('recount', 0);
			return done;
		})
	);
}

function replyTo(services: Services, socket: LiveSocket) {
	const { log, metrics } = services;
	return async <Result>(answer: unknown, work: () => Promise<Result>): Promise<void> => {
		const say = typeof answer === 'function' ? (answer as (answer: Answer<Result | null>) => void) : () => {};
		socket.data.underWay += 1;
		try {
			say({ ok: (await work()) ?? null });
		} catch (error) {
			const refused = refusal(error, log);
			noteRefusal(services, socket.data.person, error);
			metrics.refusals.inc({ code: refused.code });
			say({ refused });
		} finally {
			socket.data.underWay -= 1;
		}
	};
}
