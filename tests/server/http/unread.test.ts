import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequest } from '@sveltejs/kit/node';
import { createApp } from '#lib/server/http/app.ts';
import { expect, test } from '../../support/database.ts';

test.for([10, 200_000, 2_000_000])(
	'after a body of %d bytes that nobody read, the next request is answered',
	async (size, { services }) => {
		const app = createApp({
			services,
			pages: async (incoming, response) => {
				await getRequest({ request: incoming, base: 'http://localhost', bodySizeLimit: 500_000 });
				response.end('answered');
			},
			isStopping: () => false
		});
		const server = createServer(app).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		const send = async (body: string) => {
			const asking = request({ host: '127.0.0.1', port, agent, method: 'POST', headers: { 'content-type': 'text/plain' } });
			asking.end(body);
			const [answer] = await once(asking, 'response');
			answer.resume();
			await once(answer, 'end');
			return answer.statusCode;
		};
		expect(await send('x'.repeat(size))).toBe(200);
		expect(await send('x')).toBe(200);
		agent.destroy();
		server.close();
	}
);
