import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { safeServer } from '#lib/server/http/safe-server.ts';
import { alwaysIn, heardFrom, portOf, saidOverTls } from '../../support/bare-socket.ts';

function open(answer: RequestListener = (_request, response) => response.end('read'), publicUrl = 'https://desk.example.org') {
	const http = safeServer({ publicUrl, trustProxy: null }).on('request', answer);
	onTestFinished(() => {
		http.close();
		http.closeAllConnections();
	});
	return portOf(http);
}

const host = 'Host: desk.example.org';
const last = `${host}\nConnection: close`;
const upgrade = 'Upgrade: websocket\nConnection: upgrade, close\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';

test.each([
	['no request at all', 'Good morning', 400],
	['a header that is none', `GET / HTTP/1.1\n${host}\nno colon`, 400],
	['more headers than anybody sends', `GET / HTTP/1.1\n${host}\nCookie: ${'a'.repeat(20_000)}`, 431],
	['another version of HTTP', `GET / HTTP/3.0\n${host}`, 400],
	['a length that is none', `POST / HTTP/1.1\n${host}\nContent-Length: many`, 400],
	['a request that names no host', 'GET / HTTP/1.1', 400],
	['an upgrade that names no host', `GET / HTTP/1.1\n${upgrade}`, 400],
	['the expectation of something unknown', `GET / HTTP/1.1\n${last}\nExpect: tea`, 417],
	['a tunnel to elsewhere', `CONNECT elsewhere.example:443 HTTP/1.1\n${host}`, 501]
])('%s is refused with what every answer says', async (_, said, status) => {
	expect(alwaysIn(await heardFrom(await open(), said))).toEqual({ status, always: saidOverTls });
});

test('an upgrade to what nobody speaks here is answered as if it had not been asked for', async () => {
	const answer = await heardFrom(await open(), `GET / HTTP/1.1\nHost: desk.example.org\n${upgrade}`);
	expect(alwaysIn(answer)).toEqual({ status: 200, always: saidOverTls });
	expect(answer).toMatch(/read$/);
});

test('who expects to go on is told so, and is answered', async () => {
	const port = await open((request, response) => void text(request).then((sent) => response.end(`read ${sent}`)));
	const answer = await heardFrom(port, `POST / HTTP/1.1\n${last}\nExpect: 100-continue\nContent-Length: 3\n\nall`);
	expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
	expect(answer).toMatch(/read all$/);
	expect(alwaysIn(answer.replace(/^.*\r\n\r\n/, '')).always).toEqual(saidOverTls);
});

test('over http alone nobody is told to stay on https', async () => {
	const refused = await heardFrom(await open(undefined, 'http://localhost:3000'), 'GET / HTTP/1.1');
	expect(alwaysIn(refused)).toEqual({ status: 400, always: ['X-Content-Type-Options: nosniff'] });
});

test('rubbish behind a request is refused after its answer, and never amid it', async () => {
	const answered = await heardFrom(await open(), `GET / HTTP/1.1\n${host}\n\nGood morning`);
	expect(answered.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
	expect(alwaysIn(answered.slice(answered.lastIndexOf('HTTP/1.1')))).toEqual({ status: 400, always: saidOverTls });

	const port = await open((_request, response) => response.writeHead(200, { 'content-length': 1000 }).write('the first part'));
	const socket = connect(port, '127.0.0.1');
	socket.write(`GET / HTTP/1.1\r\n${host}\r\n\r\n`);
	let heard = '';
	socket.setEncoding('utf8');
	socket.on('data', (part: string) => {
		heard += part;
		if (heard.endsWith('the first part')) socket.write('Good morning\r\n\r\n');
	});
	await once(socket, 'close');
	expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
});
