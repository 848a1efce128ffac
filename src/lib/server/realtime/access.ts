import { accessKey } from '#lib/model/access/actor.ts';
import { groupsOf } from '#lib/model/access/groups.ts';
import { watchAccess, type AccessWatch } from '../access/watch-access.ts';
import type { Services } from '../services.ts';
import type { Live, LiveSocket } from './live.ts';

const sessionRoom = (id: string) => `session/${id}`;
const personRoom = (id: string) => `person/${id}`;
/** Where those of a group sit; no name of a stream, so nobody leaves it. */
export const groupRoom = (group: string) => `group/${group.replaceAll(':', '/')}`;

/** Joins the rooms by which this connection can be cut; a page that was made for other access is told. */
export function enterOwnRooms(socket: LiveSocket): void {
	const { sessionId, person } = socket.data;
	void socket.join([sessionRoom(sessionId), personRoom(person.id), ...groupsOf(person).map(groupRoom)]);
	const { access } = socket.handshake.auth;
	if (typeof access === 'string' && access !== accessKey(person)) socket.emit('outdated', 0);
}

/** How many lines this person has to this process. */
export function countLines(io: Live, personId: string): number {
	return io.of('/').adapter.rooms.get(personRoom(personId))?.size ?? 0;
}

/** The person's other lines: other tabs, the phone beside the laptop. */
export function toOwnOthers(socket: LiveSocket) {
	return socket.to(personRoom(socket.data.person.id));
}

/**
 * Cuts the lines of those whose access changes; they may come back as what they are then.
 * @param forget is told of every socket first: what was believed of it is no longer true
 */
export function cutWhoChanged(io: Live, services: Services, forget: (socketId: string) => void): AccessWatch {
	function cut(rooms: string[]): void {
		for (const room of rooms) io.of('/').adapter.rooms.get(room)?.forEach(forget);
		io.local.in(rooms).disconnectSockets(true);
	}
	const stopListening = [
		services.sessionsEnded.listen((ids) => cut(ids.map(sessionRoom))),
		services.personChanged.listen((id) => cut([personRoom(id)]))
	];
	const watch = watchAccess(services, {
		connected: () => [...io.of('/').sockets.values()].map(({ data: { sessionId, person } }) => ({ session: sessionId, person })),
		followed: () => [...io.of('/').adapter.rooms.keys()].filter((room) => services.feed.position(room) !== undefined)
	});
	return {
		start: () => watch.start(),
		async stop() {
			for (const stop of stopListening) stop();
			await watch.stop();
		}
	};
}
