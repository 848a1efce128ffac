import { once } from 'node:events';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { describe, expect, onTestFinished } from 'vitest';
import { parseConfig } from '#lib/server/platform/config.ts';
import { createApp } from '#lib/server/http/app.ts';
import { roomOf } from '#lib/server/http/request-log.ts';
import { safeServer } from '#lib/server/http/safe-server.ts';
import type { Services } from '#lib/server/services.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { portOf } from '../../support/bare-socket.ts';
import { test } from '../../support/database.ts';

const echo: RequestHandler = ({ headers }, response) => {
	const named = Object.entries(headers).filter(([name]) => name.startsWith('x-swing-') || name === 'x-request-id');
	response.json(Object.fromEntries(named));
};

async function serve(services: Services, { pages = echo, stopping = false, env = {} } = {}) {
	const lines: string[] = [];
	const out = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) });
	const config = parseConfig({ DEMO: 'off', ...env });
	const app = createApp({ services: { ...services, config, log: pino(out) }, pages, isStopping: () => stopping });
	const server = safeServer(config).on('request', app);
	const port = await portOf(server);
	onTestFinished(() => void server.close());
	return {
		lines,
		async get(path: string, headers: Record<string, string> = {}) {
			const asking = request({ host: '127.0.0.1', port, path, headers, agent: false }).end();
			const [answer] = await once(asking, 'response');
			const parts: Buffer[] = await answer.toArray();
			return { status: answer.statusCode as number, headers: answer.headers, body: Buffer.concat(parts).toString() };
		}
	};
}

describe('health', () => {
	test('the process is up, and ready when database, migrations and feed are', async ({ services, database }) => {
		const { get } = await serve(services);
		expect(JSON.parse((await get('/healthz')).body)).toEqual({ status: 'up' });
		const deaf = await get('/readyz');
		expect(deaf.status).toBe(503);
		expect(JSON.parse(deaf.body).checks.feed).toBe(false);
		await migrateDatabase(database);
		await services.feed.start();
		expect(JSON.parse((await get('/readyz')).body)).toEqual({
			status: 'ready',
			checks: { database: true, migrations: true, feed: true }
		});
	});

	test('an unreachable database is told, while the process stays up', async ({ services }) => {
		const { get } = await serve(services);
		await services.close();
		expect((await get('/readyz')).status).toBe(503);
		expect((await get('/healthz')).status).toBe(200);
	});

	test('a stopping server is not ready', async ({ services }) => {
		await services.feed.start();
		const { get } = await serve(services, { stopping: true });
		expect(JSON.parse((await get('/readyz')).body).status).toBe('stopping');
	});
});

describe('what every answer says', () => {
	const pages: RequestHandler = ({ path }, response) => {
		if (path === '/broken') throw new Error('It broke');
		if (path === '/away') return response.redirect(303, '/signin');
		response.status(path === '/same' ? 304 : 200).end();
	};
	const asked = ['/', '/away', '/same', '/broken', '/healthz', '/readyz', '/metrics', '/uploads', '/files/x/y', '/unsubscribe/x', '/%00'];

	test.for(asked)('%s is taken for nothing else, and over https browsers stay there', async (path, { services }) => {
		const { get } = await serve(services, { pages, env: { TRUST_PROXY: 'loopback' } });
		const plain = (await get(path)).headers;
		expect(plain['x-content-type-options']).toBe('nosniff');
		expect(plain['strict-transport-security']).toBeUndefined();
		const overTls = (await get(path, { 'x-forwarded-proto': 'https' })).headers;
		expect(overTls['x-content-type-options']).toBe('nosniff');
		expect(overTls['strict-transport-security']).toBe('max-age=31536000');
	});

	test('a refused host is answered like the rest, and where people come over https nobody else decides', async ({ services }) => {
		const { get } = await serve(services, { env: { PUBLIC_URL: 'https://desk.example.org' } });
		const { status, headers } = await get('/', { host: 'a b', 'x-forwarded-proto': 'http' });
		expect(status).toBe(400);
		expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'strict-transport-security': 'max-age=31536000' });
		const unasked = await serve(services);
		expect((await unasked.get('/', { 'x-forwarded-proto': 'https' })).headers['strict-transport-security']).toBeUndefined();
	});
});

describe('what the pages are told of a request', () => {
	const forged = {
		host: 'desk.example:8080',
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'elsewhere.example',
		'x-forwarded-for': '203.0.113.7',
		'x-swing-protocol': 'https',
		'x-swing-host': 'evil.example',
		'x-swing-address': '203.0.113.8',
		'x-request-id': 'chosen-by-the-client'
	};

	test('is what the connection says, whatever the client claims', async ({ services }) => {
		const { get } = await serve(services);
		const { body, headers } = await get('/', forged);
		const told = JSON.parse(body);
		expect(told).toMatchObject({ 'x-swing-protocol': 'http', 'x-swing-host': 'desk.example:8080', 'x-swing-address': '127.0.0.1' });
		expect(told['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
		expect(headers['x-request-id']).toBe(told['x-request-id']);
		expect(headers['x-powered-by']).toBeUndefined();
	});

	test('is what a trusted proxy says', async ({ services }) => {
		const { get } = await serve(services, { env: { TRUST_PROXY: 'loopback' } });
		expect(JSON.parse((await get('/', forged)).body)).toMatchObject({
			'x-swing-protocol': 'https',
			'x-swing-host': 'elsewhere.example',
			'x-swing-address': '203.0.113.7'
		});
	});

	test.for(['a b', 'x/../y', '[::1', 'x?y', 'user@host'])('a host like %s is refused', async (host, { services }) => {
		const { get } = await serve(services);
		expect((await get('/', { host })).status).toBe(400);
	});
});

describe('the log of requests', () => {
	test('has id, method, status and time, and of the address the room alone', async ({ services }) => {
		const { get, lines } = await serve(services);
		await get('/reset/a-secret-token?mail=ilze@example.org');
		await get('/ilze@example.org');
		await expect.poll(() => lines.length).toBe(2);
		const entries = lines.map((line) => JSON.parse(line));
		expect(entries[0]).toMatchObject({
			method: 'GET',
			path: '/reset',
			status: 200,
			requestId: expect.any(String),
			ms: expect.any(Number)
		});
		expect(lines.join()).not.toMatch(/secret|ilze/);
	});

	test('names the rooms and nothing else', () => {
		expect(['/', '/meetings/x', '/cities.css?v=1', '/%6d', '/Ilze', '/a@b', '//x', '*'].map(roomOf)).toEqual([
			'/',
			'/meetings',
			'/cities.css',
			'/…',
			'/…',
			'/…',
			'/',
			'/'
		]);
	});

	test('a failure around the pages is answered in short and told without its words', async ({ services }) => {
		const pages: RequestHandler = () => {
			throw new Error('mail to ilze@example.org failed');
		};
		const { get, lines } = await serve(services, { pages });
		const { status, body } = await get('/meetings');
		expect([status, body]).toEqual([500, 'Internal Server Error']);
		await expect.poll(() => lines.length).toBe(2);
	});
});
