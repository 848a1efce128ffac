import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** Starts listening on a free port. @returns the port */
export async function portOf(http: Server): Promise<number> {
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	return (http.address() as AddressInfo).port;
}

/** Says this to a port and hears what comes until the other side hangs up. @param said lines of a request, or what is none */
export async function heardFrom(port: number, said: string): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	socket.write(`${said.replaceAll('\n', '\r\n')}\r\n\r\n`);
	return text(socket);
}

/** The status of an answer and the headers that every answer has, as they came. */
export function alwaysIn(answer: string): { status: number; always: string[] } {
	const [head = ''] = answer.split('\r\n\r\n');
	const always = head.split('\r\n').filter((line) => /^(x-content-type-options|strict-transport-security):/i.test(line));
	return { status: Number(/^HTTP\/1\.1 (\d+) /.exec(head)?.[1]), always: always.sort() };
}

/** What every answer says where the installation is reached over https. */
export const saidOverTls = ['Strict-Transport-Security: max-age=31536000', 'X-Content-Type-Options: nosniff'];
