import { randomUUID } from 'node:crypto';
import { who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import { demoPassword } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';

test('a server killed in mid-writing loses nothing that it acknowledged, and doubles nothing', async ({ server, playwright }) => {
	test.slow();
	const http = await playwright.request.newContext({
		baseURL: server.url,
		extraHTTPHeaders: { origin: server.url, accept: 'text/html' }
	});
	await http.post('/signin?/password', { form: { email: who.expert, password: demoPassword } });
	const tries: { commandId: string; text: string; lang: string }[] = [];
	const send = async (form: (typeof tries)[number]) => {
		const answer = await http.post('/meetings/wolverhampton-2016?/post', { form, maxRedirects: 0 }).catch(() => null);
		return answer?.status() === 303;
	};
	const acknowledged: string[] = [];
	/** Writes one after the other until one is not taken any more. */
	const write = async () => {
		for (let taken = true; taken;) {
			const form = { commandId: randomUUID(), text: `Under load ${tries.length}.`, lang: 'en' };
			tries.push(form);
			taken = await send(form);
			if (taken) acknowledged.push(form.text);
			if (taken && acknowledged.length === 40) await server.kill();
		}
	};
	await Promise.all(Array.from({ length: 20 }, write));
	await server.start();
	expect(acknowledged.length).toBeGreaterThanOrEqual(40);
	expect(tries.length - acknowledged.length).toBe(20);

	const ground = await groundOf(server);
	const read = async () => {
		const posts = await ground.services.sql<{ doc: string }[]>`select doc::text as doc from posts where doc::text like '%Under load%'`;
		return posts.map(({ doc }) => /Under load \d+\./.exec(doc)?.[0]);
	};
	expect(await read()).toEqual(expect.arrayContaining(acknowledged));
	for (const form of tries) expect(await send(form), form.text).toBe(true);
	expect((await read()).sort()).toEqual(tries.map(({ text }) => text).sort());
	await ground.close();
	await http.dispose();
});
