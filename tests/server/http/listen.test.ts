import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen, ListenError, requireFreePort } from '#lib/server/http/listen.ts';
import { stopHttp } from '#lib/server/http/stop.ts';
import { freePort } from '../../support/free-port.ts';

const demo = { demo: true, host: null };
/** Not every machine has both. */
const loopback = Object.values(networkInterfaces())
	.flatMap((entries) => entries ?? [])
	.map(({ address }) => address)
	.filter((address) => address === '127.0.0.1' || address === '::1');
const live = { close: async () => {} };

function answering(answer: string): Server {
	const server = createServer((_request, response) => response.end(answer));
	onTestFinished(() => server.closeAllConnections());
	return server;
}

const ask = async (url: string) => (await fetch(url)).text();

describe('the port', () => {
	test('of a demo is open on this machine alone, by either family of addresses', async () => {
		const port = await freePort();
		const server = answering('here');
		onTestFinished(await listen(server, { ...demo, port }));
		expect(server.address()).toMatchObject({ address: '127.0.0.1' });
		expect(await ask(`http://127.0.0.1:${port}`)).toBe('here');
		expect(await ask(`http://localhost:${port}`)).toBe('here');
	});

	test('of a real installation is open on every address', async () => {
		const server = answering('here');
		onTestFinished(await listen(server, { demo: false, host: null, port: await freePort() }));
		expect(server.address()).toMatchObject({ address: expect.stringMatching(/^(::|0\.0\.0\.0)$/) });
	});

	test.each(loopback)('taken on %s is told with the variable to set', async (host) => {
		const other = createNetServer().listen(0, host);
		await once(other, 'listening');
		onTestFinished(() => void other.close());
		const { port } = other.address() as { port: number };
		const refusal = await requireFreePort({ ...demo, port }).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(ListenError);
		expect((refusal as Error).message).toMatch(new RegExp(`Port ${port} is taken.*PORT=${port + 1} npm start`));
	});

	test('just released by another is taken over', async () => {
		const other = createNetServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as { port: number };
		const free = requireFreePort({ ...demo, port });
		other.close();
		await expect(free).resolves.toBeUndefined();
	});

	test('on an address of another machine is told with the variable to set', async () => {
		const place = { demo: false, host: '203.0.113.7', port: await freePort() };
		await expect(requireFreePort(place)).rejects.toThrow(/203\.0\.113\.7.*HOST/);
	});
});

describe('stopping', () => {
	test('lets a running request finish and takes no new one', async () => {
		let finish = () => {};
		const began = Promise.withResolvers<void>();
		const server = createServer((_request, response) => {
			finish = () => response.end('finished');
			began.resolve();
		});
		const port = await freePort();
		const close = await listen(server, { ...demo, port });
		const running = ask(`http://127.0.0.1:${port}`);
		await began.promise;
		close();
		const stopped = stopHttp(server, { close: () => once(server, 'close').then(() => {}) });
		await expect(ask(`http://127.0.0.1:${port}`)).rejects.toThrow();
		finish();
		expect(await running).toBe('finished');
		await stopped;
	});

	test('ends what does not end by itself', async () => {
		const server = createServer(() => {});
		const port = await freePort();
		const close = await listen(server, { ...demo, port });
		const hanging = ask(`http://127.0.0.1:${port}`);
		await once(server, 'request');
		close();
		await stopHttp(server, { close: () => new Promise(() => {}) }, 50);
		await expect(hanging).rejects.toThrow();
		await stopHttp(server, live, 50);
	});
});
