import type { IncomingMessage } from 'node:http';

/** Where lines are opened. */
export const linePath = '/live';

/**
 * Whether a request may become a line: it asks for one where lines are, as RFC 6455 has it. What does not is answered over
 * HTTP, in the words of who answers there.
 */
export function asksForLine({ method, url = '', headers }: IncomingMessage): boolean {
	return (
		method === 'GET' &&
		url.startsWith(`${linePath}/`) &&
		headers.host !== undefined &&
		headers.upgrade?.toLowerCase() === 'websocket' &&
		/^[+/0-9a-z]{22}==$/i.test(headers['sec-websocket-key'] ?? '') &&
		headers['sec-websocket-version'] === '13' &&
		headers['sec-websocket-protocol'] === undefined
	);
}
