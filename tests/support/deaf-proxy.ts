import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy as some offices have it: pages come through, WebSockets are refused. */
export async function deafProxyTo(url: string): Promise<{ url: string; close(): void }> {
	const { hostname, port } = new URL(url);
	const server = createServer((asked, answer) => {
		const { method, url: path, headers } = asked;
		const passed = request({ hostname, port, method, path, headers }, (given) => {
			answer.writeHead(given.statusCode ?? 502, given.headers);
			given.pipe(answer);
		});
		passed.on('error', () => answer.destroy());
		answer.on('close', () => passed.destroy());
		asked.pipe(passed);
	});
	server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'));
	server.listen(0, 'localhost');
	await once(server, 'listening');
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}
