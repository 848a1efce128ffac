import { who } from '../support/actors.ts';
import { cookiesIn } from '../support/cookies-in.ts';
import { lineTo, signedOut } from '../support/line.ts';
import { rubbish } from '../support/rubbish.ts';
import { expect, test } from '../support/stage.ts';

test('a socket takes rubbish with a reason and lives on', async ({ as, server }) => {
	const { context } = await as(who.officer);
	const socket = await lineTo(server.url, { cookie: await cookiesIn(context) });
	const known = ['invalid', 'not_found', 'forbidden', 'conflict', 'too_many'];
	for (const name of ['follow', 'command']) {
		for (const input of rubbish) {
			const answer = await socket.timeout(10_000).emitWithAck(name, input);
			expect
				.soft(known, `${name} ${JSON.stringify(input)?.slice(0, 80)} answered ${JSON.stringify(answer)}`)
				.toContain(answer.refused?.code);
		}
	}
	for (const input of rubbish) {
		socket.emit('leave', input);
		socket.emit('follow', input);
		socket.emit('command', input, 'no function');
		socket.emit('nonsense', input);
	}
	expect(await socket.timeout(10_000).emitWithAck('command', {})).toMatchObject({ refused: { code: 'invalid' } });
	socket.disconnect();
	expect(server.output()).not.toContain('a socket message failed');
});

test('a socket message beyond all measure ends the socket, not the server', async ({ as, server }) => {
	const { context } = await as(who.officer);
	const socket = await lineTo(server.url, { cookie: await cookiesIn(context) });
	const gone = new Promise<string>((resolve) => {
		socket.once('disconnect', resolve);
	});
	socket.emit('command', { name: 'postMessage', input: 'x'.repeat(5_000_000) });
	expect(await gone).toMatch(/transport/);
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('nobody listens who is not signed in, or comes from another site', async ({ as, server }) => {
	const { context } = await as(who.officer);
	expect(await signedOut(server.url, {})).toBe(true);
	expect(await signedOut(server.url, { cookie: 'swing=rubbish; swing' })).toBe(true);
	await expect(lineTo(server.url, { cookie: await cookiesIn(context), origin: 'https://elsewhere.example' })).rejects.toThrow();
});
