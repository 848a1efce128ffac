import type { IncomingMessage } from 'node:http';
import { actorFromCookies, type SignedIn } from '../auth/session.ts';
import { askedAs } from '../http/asked-as.ts';
import { isFromHere } from '../http/who.ts';
import { TooMany } from '../platform/errors.ts';
import { limitsOf } from '../platform/limits.ts';
import type { Services } from '../services.ts';
import { countLines } from './access.ts';
import type { Live, LiveSocket } from './live.ts';

/** Lines of one person at a time: a line for each of their pages. */
const mostLines = 100;

/** Opens lines to those who are signed in and in order. Returns the way to stop. */
export function openToSignedIn(io: Live, services: Services): () => void {
	/** What changed while somebody is being asked for: ids of people and sessions. */
	const asking = new Set<Set<string>>();
	const noted = (ids: string[]) => asking.forEach((changed) => ids.forEach((id) => changed.add(id)));
	const stopNoting = [services.personChanged.listen((id) => noted([id])), services.sessionsEnded.listen(noted)];

	/** Who is there, and in order until the line is open: whoever changes meanwhile has no line yet that could be cut. */
	async function unchanged(socket: LiveSocket): Promise<SignedIn> {
		for (;;) {
			const changed = new Set<string>();
			asking.add(changed);
			const found = await actorOf(services, socket).finally(() => asking.delete(changed));
			const { actor, session } = found;
			if (actor.kind === 'visitor' || !session || !(changed.has(actor.id) || changed.has(session.id))) return found;
		}
	}

	const limits = limitsOf(services);

	/** @throws TooMany also to who was cut because of a flood, as long as that lasts */
	async function requireRoom(person: string): Promise<void> {
		await limits.count('line', { person });
		if (countLines(io, person) >= mostLines || (await limits.isFlood('message', { person }))) throw new TooMany(1);
	}

	io.use((socket, next) => {
		socket.data.secure = askedAs(socket.request, services.config).protocol === 'https';
		unchanged(socket)
			.then(async ({ actor, session }) => {
				if (actor.kind === 'visitor' || actor.suspended || !session) {
					next(new Error('signed_out'));
					return;
				}
				await requireRoom(actor.id);
				socket.data.person = actor;
				socket.data.sessionId = session.id;
				socket.data.underWay = 0;
				next();
			})
			.catch((err: unknown) => {
				if (err instanceof TooMany) return next(new Error('too_many'));
				services.log.error({ err }, 'a live connection could not be opened');
				next(new Error('failed'));
			});
	});
	return () => stopNoting.forEach((stop) => stop());
}

/** Who sits at the other end, by the cookies that the line was opened with. */
export function actorOf(services: Services, { data, handshake }: LiveSocket): Promise<SignedIn> {
	return actorFromCookies(services, handshake.headers.cookie, { secure: data.secure });
}

/** The line is opened from our own pages, as their forms are taken: from this very scheme and host. */
export function fromOwnPages(request: IncomingMessage, { config }: Services): boolean {
	return isFromHere(request.headers, askedAs(request, config));
}
