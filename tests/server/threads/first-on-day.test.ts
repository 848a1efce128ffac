import { randomUUID } from 'node:crypto';
import { visitor, type Person } from '#lib/model/access/actor.ts';
import { firstOnDay } from '#lib/server/threads/first-on-day.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

/** A thread whose posts were written at these moments, and the first of a day for somebody who lives somewhere. */
async function written(services: TestServices, moments: string[]) {
	const network = await smallNetwork(services);
	const ilze = await network.person('Ilze');
	for (const moment of moments) {
		services.clock.set(moment);
		await postMessage(services, ilze, { commandId: randomUUID(), stream: network.stream, doc: saying(moment), lang: 'en' });
	}
	const on = (day: string, timeZone = 'Europe/Riga', reader: Person = ilze) =>
		firstOnDay(services.db, { ...reader, timeZone }, { stream: network.stream, day });
	return { network, ilze, on };
}

test('a day is a day of the reader: what was late in Coimbra was the next day in Riga', async ({ services }) => {
	const { on } = await written(services, ['2026-11-10T12:00:00Z', '2026-11-10T22:30:00Z', '2026-11-11T12:00:00Z']);
	expect(await on('2026-11-11', 'Europe/Riga')).toBe(2);
	expect(await on('2026-11-11', 'Europe/Lisbon')).toBe(3);
	expect(await on('2026-11-10', 'Europe/Riga')).toBe(1);
});

test('the clocks may change on that day, and the day before it is one hour longer or shorter', async ({ services }) => {
	const { on } = await written(services, [
		'2026-10-24T20:59:00Z',
		'2026-10-24T21:00:00Z',
		'2026-10-25T21:59:00Z',
		'2026-10-25T22:00:00Z',
		'2027-03-27T22:00:00Z',
		'2027-03-28T20:59:00Z',
		'2027-03-28T21:00:00Z'
	]);
	const days = ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-28', '2027-03-29'];
	expect(await Promise.all(days.map((day) => on(day)))).toEqual([1, 2, 4, 5, 7]);
});

test('a day without a word leads to the next one; after the last word there is none', async ({ services }) => {
	const { on } = await written(services, ['2026-11-10T12:00:00Z', '2026-11-12T12:00:00Z']);
	expect([
		await on('0001-01-01'),
		await on('2026-11-11'),
		await on('2026-11-12'),
		await on('2026-11-13'),
		await on('9999-12-31')
	]).toEqual([1, 2, 2, null, null]);
});

test('answers are found in their discussions, and who may not read the thread finds nothing', async ({ services }) => {
	const { network, ilze, on } = await written(services, ['2026-11-10T12:00:00Z']);
	services.clock.set('2026-11-11T12:00:00Z');
	await postMessage(services, ilze, {
		commandId: randomUUID(),
		stream: network.stream,
		doc: saying('An answer'),
		lang: 'en',
		replyTo: 1
	});
	expect(await on('2026-11-11')).toBeNull();
	expect(await on('2026-11-10', 'UTC', await network.person('Stranger', { network: randomUUID() }))).toBeNull();
	expect(await firstOnDay(services.db, visitor, { stream: network.stream, day: '2026-11-10' })).toBeNull();
});
