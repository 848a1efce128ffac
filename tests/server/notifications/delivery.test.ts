import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import type { TestServices } from '../../support/database.ts';
import { mention, says, waitsFor } from '../../support/inbox.ts';
import { ask } from '../../support/live.ts';
import { expect, test } from '../../support/two-processes.ts';

test('what was committed when the process died is delivered by the next one, once', async ({ services, other, network }) => {
	const [marek, ilze] = [await network.person('Marek'), await network.person('Ilze')];
	// As after a kill: the post is there and who is addressed is noted, and nobody brought it.
	await services.sql`create function lost() returns trigger language plpgsql as $$ begin raise exception 'the process died'; end $$`;
	await services.sql`create trigger lost before insert on events for each row when (new.stream like 'user:%') execute function lost()`;
	await says(services, network.slug, marek, mention(ilze));
	expect(await waitsFor(services, ilze)).toEqual([]);
	await services.sql`drop trigger lost on events`;

	const told: string[] = [];
	for (const { notified } of [services, other]) notified.listen((ids) => told.push(...ids));
	const deliveries = [deliveryOf(services), deliveryOf(other)];
	for (const delivery of deliveries) delivery.start();
	await vi.waitFor(async () => expect(await waitsFor(services, ilze)).toEqual([[1, 'mention']]));
	for (const delivery of deliveries) await delivery.stop();
	expect(told).toHaveLength(1);
	expect(await eventsSince(services.sql, streamOfPerson(ilze.id), 0, 10)).toHaveLength(1);
});

test('two processes that write and deliver at the same time tell everybody once', async ({ services, other, network }) => {
	const marek = await network.person('Marek');
	const told = [await network.person('Ilze'), await network.person('Elio'), await network.person('Rui')];
	const text = fromMarkdown(told.map(mention).join(' '));
	const announced: string[] = [];
	for (const { notified } of [services, other]) notified.listen((ids) => announced.push(...ids));
	const post = (through: TestServices) =>
		postInMeeting(through, marek, { commandId: randomUUID(), slug: network.slug, doc: text, lang: 'en' });
	await Promise.all(Array.from({ length: 20 }, (_, n) => post(n % 2 === 0 ? services : other)));
	await vi.waitFor(async () => {
		await Promise.all([deliveryOf(services).due(), deliveryOf(other).due()]);
		for (const person of told) expect(await waitsFor(services, person)).toHaveLength(20);
	});
	for (const person of told) {
		const events = await eventsSince(services.sql, streamOfPerson(person.id), 0, 100);
		expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
	}
	expect(new Set(announced).size).toBe(60);
	expect(announced).toHaveLength(60);
});

test('a stream that somebody else holds is waited for, and the others are not', async ({ services, network }) => {
	const [marek, ilze, elio] = [await network.person('Marek'), await network.person('Ilze'), await network.person('Elio')];
	await says(services, network.slug, marek, `${mention(ilze)} ${mention(elio)}`);
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	const { promise: taken, resolve: take } = Promise.withResolvers<void>();
	const held = services.sql.begin(async (tx) => {
		await tx`select from streams where id = ${streamOfPerson(ilze.id)} for update`;
		take();
		await released;
	});
	await taken;
	const arriving = says(services, network.slug, marek, `${mention(ilze)} and ${mention(elio)}`);
	await vi.waitFor(async () => expect(await waitsFor(services, elio)).toHaveLength(2));
	expect(await waitsFor(services, ilze)).toHaveLength(1);
	release();
	await Promise.all([held, arriving]);
	expect(await waitsFor(services, ilze)).toHaveLength(2);
});

test('one’s own stream is heard at once, whichever process wrote, and by nobody else', async ({ other, network, live }) => {
	const [marek, ilze] = [await network.person('Marek', { role: 'lead' }), await network.person('Ilze')];
	const [own, another] = [await live.line(ilze), await live.line(marek)];
	const stream = streamOfPerson(ilze.id);
	expect(await ask(own, 'follow', { stream, seq: 0 })).toEqual({ ok: { events: [] } });
	for (const foreign of [stream, 'user:', `user:${randomUUID()}`, `user:${ilze.id.toUpperCase()}`]) {
		expect(await ask(another, 'follow', { stream: foreign, seq: 0 })).toEqual({ refused: { code: 'not_found' } });
	}
	const heard: unknown[] = [];
	own.on('event', (...events: unknown[]) => heard.push(...events));
	own.on('here', (here: unknown) => heard.push(here));
	another.on('event', () => heard.push('overheard'));
	await says(other, network.slug, marek, `${mention(ilze)}, look`);
	await vi.waitFor(() => expect(heard).toHaveLength(1));
	expect(heard).toMatchObject([
		{ stream, seq: 1, name: 'notification.arrived', actor: marek.id, payload: { waiting: 1, entry: { kind: 'mention', read: false } } }
	]);
});
