import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { refuseUnreadable } from '#lib/server/http/bare-refusal.ts';

test.each([
	['no request at all', 'Good morning', 400],
	['a header that is none', 'GET / HTTP/1.1\r\nHost: desk.example.org\r\nno colon', 400],
	['more headers than anybody sends', `GET / HTTP/1.1\r\nHost: desk.example.org\r\nCookie: ${'a'.repeat(20_000)}`, 431]
])('%s is refused with what every answer says', async (_, said, status) => {
	const http = createServer((_request, response) => response.end('read'));
	refuseUnreadable(http, { publicUrl: 'https://desk.example.org' });
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	onTestFinished(() => void http.close());
	const socket = connect((http.address() as AddressInfo).port, '127.0.0.1');
	socket.write(`${said}\r\n\r\n`);
	const [head, ...headers] = (await text(socket)).split('\r\n');
	expect(head).toContain(`HTTP/1.1 ${status} `);
	expect(headers).toContain('X-Content-Type-Options: nosniff');
	expect(headers).toContain('Strict-Transport-Security: max-age=31536000');
});
