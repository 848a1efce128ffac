import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createApp } from '#lib/server/http/app.ts';
import { limitsOf, type Share } from '#lib/server/platform/limits.ts';
import { expect, test } from '../../support/database.ts';
import { cookieOf } from '../../support/live.ts';
import { smallNetwork } from '../../support/thread.ts';

test('files and uploads are counted by person over all their browsers, and a refusal says when again', async ({ services }) => {
	const { person } = await smallNetwork(services);
	const [ilze, marek] = [await person('Ilze'), await person('Marek')];
	const app = createApp({ services, pages: (_request, response) => void response.sendStatus(404), isStopping: () => false });
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	const get = async (path: string, cookie: string) => {
		const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
		return [answer.status, answer.headers.get('retry-after'), await answer.text()];
	};
	const [laptop, phone, his] = [await cookieOf(services, ilze), await cookieOf(services, ilze), await cookieOf(services, marek)];
	const paths: Record<string, Share> = {
		[`/files/${crypto.randomUUID()}/plan.pdf`]: 'file',
		[`/files/${crypto.randomUUID()}/versions`]: 'file',
		[`/uploads/${crypto.randomUUID()}`]: 'upload'
	};
	for (const path of Object.keys(paths)) expect((await get(path, phone))[0]).toBe(404);
	for (const [path, share] of Object.entries(paths)) {
		const { count } = limitsOf(services);
		while (
			await count(share, { person: ilze.id }).then(
				() => true,
				() => false
			)
		);
		for (const cookie of [laptop, phone])
			expect(await get(path, cookie)).toEqual([429, expect.stringMatching(/^[1-9]\d?$/), 'too_many']);
		expect((await get(path, his))[0]).toBe(404);
	}
});
