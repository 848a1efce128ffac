import type { Live, LiveSocket } from './live.ts';
import type { Services } from '../services.ts';

/** Packets that may wait for one reader; who is further behind catches up faster on a new line. */
const mostPackets = 400;
/** Far more than readers who were away are answered. */
const mostBytes = 16_000_000;
const every = 1000;

/** Whether more waits for this reader than is worth keeping: it does not read, or far too slowly. */
export function isStuck({ conn }: LiveSocket): boolean {
	const waiting: { data?: unknown }[] = conn['writeBuffer'];
	if (waiting.length > mostPackets) return true;
	const bytes = waiting.reduce((sum: number, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
	return bytes + conn.request.socket.writableLength > mostBytes;
}

/** Ends the line at once, without waiting for the other side to read that it ended. */
export function cut(socket: LiveSocket, { metrics }: Pick<Services, 'metrics'>, reason: 'unread' | 'flood'): void {
	if (socket.disconnected) return;
	metrics.socketsCut.inc({ reason });
	const { socket: line } = socket.conn.request;
	socket.conn.close(true);
	line.destroy();
}

/** Looks at all lines once a second, so that sending itself costs nothing more. Returns the way to stop. */
export function cutStuck(io: Live, services: Pick<Services, 'metrics' | 'log'>): () => void {
	const timer = setInterval(() => {
		for (const socket of io.of('/').sockets.values()) {
			if (!isStuck(socket)) continue;
			services.log.warn({ packets: socket.conn['writeBuffer'].length }, 'a reader does not read: line cut');
			cut(socket, services, 'unread');
		}
	}, every);
	timer.unref();
	return () => clearInterval(timer);
}
