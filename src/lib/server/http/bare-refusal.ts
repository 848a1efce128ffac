import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { alwaysSaid, type Reached } from './safe-answers.ts';

/** Refuses by the socket itself what comes to no handler, and closes it. */
export function refuseBarely(socket: Duplex, status: number, said: Record<string, string>): void {
	if (!socket.writable) return void socket.destroy();
	// Who went away meanwhile is not told.
	socket.once('error', () => socket.destroy());
	const lines = Object.entries({ Connection: 'close', 'Content-Length': '0', ...said }).map(([name, value]) => `${name}: ${value}`);
	socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n'));
}

/** As Node answers what it cannot read as a request. */
const unreadable: Record<string, number> = {
	HPE_HEADER_OVERFLOW: 431,
	HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
	ERR_HTTP_REQUEST_TIMEOUT: 408
};

/**
 * What cannot be read as a request is refused with what every answer says.
 * @param isAmid whether an answer is being given there
 */
export function refuseUnreadable(http: Server, config: Reached, isAmid: (socket: Socket) => boolean): void {
	http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		if (error.code === 'ECONNRESET' || isAmid(socket as Socket)) socket.destroy();
		else refuseBarely(socket, unreadable[error.code ?? ''] ?? 400, alwaysSaid(config));
	});
}
