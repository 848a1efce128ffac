import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#lib/model/protocol.ts';

interface SocketData {
	personId: string;
	sessionId: string;
	/** Messages that are being worked on. */
	underWay: number;
}
export type Live = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
