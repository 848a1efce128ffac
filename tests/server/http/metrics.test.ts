import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { request } from 'node:http';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '#lib/server/platform/config.ts';
import { metricsPage } from '#lib/server/http/metrics.ts';
import { createMetrics } from '#lib/server/platform/metrics.ts';

async function serve(env: Record<string, string>) {
	const app = express();
	app.set('trust proxy', true);
	app.use(metricsPage({ config: parseConfig(env), metrics: createMetrics() }));
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	return async (headers: Record<string, string> = {}) => {
		const asking = request({ host: '127.0.0.1', port, path: '/metrics', headers, agent: false }).end();
		const [answer] = await once(asking, 'response');
		const parts: Buffer[] = await answer.toArray();
		return { status: answer.statusCode as number, body: Buffer.concat(parts).toString() };
	};
}

test('this machine reads the metrics, and nobody who comes through a proxy on it', async () => {
	const get = await serve({});
	const { status, body } = await get();
	expect(status).toBe(200);
	for (const name of ['process_resident_memory_bytes', 'swing_sockets', 'swing_events_total', 'swing_http_request_seconds']) {
		expect(body).toContain(`# TYPE ${name}`);
	}
	expect((await get({ 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
	expect((await get({ forwarded: 'for=127.0.0.1' })).status).toBe(404);
	expect((await get({ host: 'desk.example.org' })).status).toBe(404);
});

test('with a token configured, the token alone opens them', async () => {
	const get = await serve({ METRICS_TOKEN: 'a token for metrics' });
	expect((await get()).status).toBe(404);
	expect((await get({ authorization: 'Bearer another token of it' })).status).toBe(404);
	expect((await get({ authorization: 'Bearer a token for metrics', host: 'desk.example.org' })).status).toBe(200);
});
