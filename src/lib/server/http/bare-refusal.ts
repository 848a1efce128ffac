import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Config } from '../platform/config.ts';
import { alwaysSaid } from './safe-answers.ts';

/** Refuses by the socket itself what comes to no handler, and closes it. */
export function refuseBarely(socket: Duplex, status: number, config: Pick<Config, 'publicUrl'>): void {
	if (!socket.writable) return void socket.destroy();
	const headers = { Connection: 'close', 'Content-Length': '0', ...alwaysSaid(config.publicUrl.startsWith('https:')) };
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n'));
}

/** As Node answers what it cannot read as a request. */
const unreadable: Record<string, number> = {
	HPE_HEADER_OVERFLOW: 431,
	HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
	ERR_HTTP_REQUEST_TIMEOUT: 408
};

/** What cannot be read as a request is refused with what every answer says. */
export function refuseUnreadable(http: Server, config: Pick<Config, 'publicUrl'>): void {
	http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		if (error.code === 'ECONNRESET') socket.destroy();
		else refuseBarely(socket, unreadable[error.code ?? ''] ?? 400, config);
	});
}
