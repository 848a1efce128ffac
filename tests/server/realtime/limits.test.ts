import type { Socket } from 'socket.io-client';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { limitsOf, type Share } from '#lib/server/platform/limits.ts';
import type { Services } from '#lib/server/services.ts';
import { ask, cookieOf, hungUp } from '../../support/live.ts';
import { saying } from '../../support/saying.ts';
import { expect, test } from '../../support/two-processes.ts';

/** Uses up what somebody may ask for. */
async function useUp(services: Services, share: Share, { id }: Person): Promise<void> {
	const { count } = limitsOf(services);
	let used = 0;
	while (
		await count(share, { person: id }).then(
			() => true,
			() => false
		)
	)
		used += 1;
	expect(used).toBeGreaterThan(50);
}

const post = (line: Socket, stream: string, text: string): Promise<unknown> =>
	ask(line, 'command', { name: 'postMessage', input: { commandId: crypto.randomUUID(), slug: stream, doc: saying(text), lang: 'en' } });

function firstOf(line: Socket, name: string): Promise<unknown> {
	const { promise, resolve } = Promise.withResolvers<unknown>();
	line.once(name, resolve);
	return promise;
}

test('all lines of a person share what they may write; nobody else is touched, and the refusal says when again', async ({
	network,
	live,
	services
}) => {
	const [marek, ilze] = [await network.person('Marek'), await network.person('Ilze')];
	const [laptop, phone, hers] = [await live.line(marek), await live.line(marek), await live.line(ilze)];
	expect(await post(laptop, network.slug, 'one')).toMatchObject({ ok: { seq: 1 } });
	await useUp(services, 'write', marek);
	for (const line of [laptop, phone]) {
		const { refused } = (await post(line, network.slug, 'two')) as { refused: { code: string; retryAfter: number } };
		expect(refused.code).toBe('too_many');
		expect(refused.retryAfter).toBeGreaterThanOrEqual(1);
		expect(refused.retryAfter).toBeLessThanOrEqual(60);
	}
	expect(await post(hers, network.slug, 'three')).toMatchObject({ ok: { seq: 2 } });
});

test('what a person’s lines catch up on waits behind itself, and not before others', async ({ network, live, services }) => {
	const [marek, ilze] = [await network.person('Marek'), await network.person('Ilze')];
	const [laptop, phone, hers] = [await live.line(marek), await live.line(marek), await live.line(ilze)];
	await post(hers, network.slug, 'said');
	const { promise: held, resolve: release } = Promise.withResolvers<void>();
	const holding = limitsOf(services).inTurn('catchUp', { person: marek.id }, () => held);
	const order: string[] = [];
	const follow = (name: string, line: Socket) => ask(line, 'follow', { stream: network.stream, seq: 0 }).then(() => order.push(name));
	const his = [follow('laptop', laptop), follow('phone', phone), ask(phone, 'unread', {}).then(() => order.push('unread'))];
	await follow('hers', hers);
	expect(order).toEqual(['hers']);
	release();
	await Promise.all([holding, ...his]);
	expect(order).toEqual(['hers', 'laptop', 'phone', 'unread']);
});

test('who leaves a stream before their turn to follow it came is not in it', async ({ network, live, services }) => {
	const [marek, ilze] = [await network.person('Marek'), await network.person('Ilze')];
	const [line, hers] = [await live.line(marek), await live.line(ilze)];
	const { promise: held, resolve: release } = Promise.withResolvers<void>();
	const holding = limitsOf(services).inTurn('catchUp', { person: marek.id }, () => held);
	const following = ask(line, 'follow', { stream: network.stream, seq: 0 });
	line.emit('leave', { stream: network.stream });
	// What is said on a line is heard in order.
	await ask(line, 'command', { name: 'nothing', input: {} });
	release();
	await Promise.all([holding, following]);
	const heard: unknown[] = [];
	line.on('event', (envelope) => heard.push(envelope));
	await ask(hers, 'follow', { stream: network.stream, seq: 0 });
	const told = firstOf(hers, 'event');
	await post(hers, network.slug, 'said');
	await told;
	await ask(line, 'command', { name: 'nothing', input: {} });
	expect(heard).toEqual([]);
});

test(
	'a meeting of a hundred people refuses nobody: all post at once, all come back at once, each with three pages',
	{ timeout: 60_000 },
	async ({ network, live, services }) => {
		const people = await Promise.all(Array.from({ length: 100 }, (_, n) => network.person(`Person ${n}`)));
		const cookies = await Promise.all(people.map((person) => cookieOf(services, person)));
		const lines = await Promise.all(cookies.map((cookie) => live.lineWith(cookie)));
		const posted = await Promise.all(lines.map((line, n) => post(line, network.slug, `Good morning from ${n}`)));
		expect(posted.filter((answer) => !(answer as { ok?: unknown }).ok)).toEqual([]);
		for (const line of lines) line.disconnect();

		const back = await Promise.all(
			cookies.flatMap((cookie, n) =>
				Array.from({ length: 3 }, async () => ({ line: await live.lineWith(cookie), person: people[n] as Person }))
			)
		);
		const answers = await Promise.all(
			back.flatMap(({ line, person }) => [
				ask(line, 'follow', { stream: network.stream, seq: 0, packed: true }),
				ask(line, 'follow', { stream: streamOfPerson(person.id), seq: 0, packed: true }),
				ask(line, 'unread', {})
			])
		);
		expect(answers).toHaveLength(900);
		expect(answers.filter((answer) => !(answer as { ok?: unknown }).ok)).toEqual([]);
		const first = JSON.parse((answers[0] as { ok: { json: string } }).ok.json) as { events: unknown[] };
		expect(first.events).toHaveLength(100);
		expect((await services.metrics.limited.get()).values).toEqual([]);
	}
);

test('a flood ends the line, and no other is opened until it is over', async ({ network, live, services }) => {
	const marek = await network.person('Marek');
	const cookie = await cookieOf(services, marek);
	const line = await live.lineWith(cookie);
	const ended = hungUp(line);
	for (let said = 0; said < 3500; said += 1) line.emit('leave', { stream: network.stream });
	expect(await ended).toMatch(/transport/);
	const again = firstOf(line, 'connect_error');
	line.connect();
	expect(await again).toMatchObject({ message: 'too_many' });
	const ilze = await live.line(await network.person('Ilze'));
	expect(await ask(ilze, 'unread', {})).toMatchObject({ ok: {} });
});

test('what was missed is at most 250 kB: more is loaded as a page', async ({ network, live }) => {
	const line = await live.line(await network.person('Marek'));
	for (let n = 0; n < 20; n += 1) await post(line, network.slug, `${n} ${'long '.repeat(2800)}`);
	const missed = async (seq: number) => (await ask(line, 'follow', { stream: network.stream, seq })) as { ok: object };
	expect(await missed(0)).toEqual({ ok: { tooFar: true } });
	expect(((await missed(10)).ok as { events: object[] }).events).toHaveLength(10);
});
