import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { createApp } from '#lib/server/http/app.ts';
import type { Services } from '#lib/server/services.ts';
import { test } from '../../support/database.ts';
import { unreadable } from '../../support/unholdable.ts';

/** What the pages are asked for, in the place of an address. */
async function asking(services: Services) {
	const lines: string[] = [];
	const out = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) });
	const app = createApp({
		services: { ...services, log: pino(out) },
		pages: ({ url }, response) => void response.end(url),
		isStopping: () => false
	});
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	const get = async (path: string, method = 'GET') => {
		const [answer] = await once(request({ host: '127.0.0.1', port, path, method, agent: false }).end(), 'response');
		const body = Buffer.concat(await answer.toArray()).toString();
		return { status: answer.statusCode as number, body };
	};
	return { get, lines };
}

test('an address with signs that are none leads nowhere, wherever they stand, and nothing of them is logged', async ({ services }) => {
	const { get, lines } = await asking(services);
	for (const part of unreadable) {
		for (const path of [
			`/${part}`,
			`/meetings/${part}`,
			`/meetings/x?from=${part}`,
			`/search?${part}=1`,
			`/files/${part}/x`,
			`/uploads?network=${part}`
		]) {
			for (const method of ['GET', 'POST']) expect.soft((await get(path, method)).body, path).toBe('/-/nowhere');
		}
	}
	await expect.poll(() => lines.length).toBe(unreadable.length * 12);
	for (const line of lines) expect.soft(JSON.parse(line).path).toMatch(/^\/(…|meetings|search|files|uploads)$/);
});

test('control characters are in no name, but a phrase to search for may be copied with its line ends', async ({ services }) => {
	const { get } = await asking(services);
	for (const path of ['/meetings/a%0Ab', '/meetings/%7F', '/meetings/%C2%85']) expect.soft((await get(path)).body).toBe('/-/nowhere');
	for (const path of [
		'/search?q=one%0Atwo+%E2%80%9Ethree%E2%80%9C',
		'/meetings/%C4%ABss',
		'/search?q=100%25',
		'/?a=b&c',
		'/meetings/a%2500'
	])
		expect.soft((await get(path)).body).toBe(path);
});
