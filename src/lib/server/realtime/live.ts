import type { Server, Socket } from 'socket.io';
import type { Person } from '#lib/model/access/actor.ts';
import type { ClientToServer, ServerToClient } from '#lib/model/protocol.ts';

interface SocketData {
	/** As they were when the line was opened; who changes loses it. */
	person: Person;
	sessionId: string;
	/** Whether the line was opened over https, where only the guarded cookie counts. */
	secure: boolean;
	/** Messages that are being worked on. */
	underWay: number;
}
export type Live = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
