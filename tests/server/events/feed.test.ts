import type { Envelope } from '#lib/model/events.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { randomUUID } from 'node:crypto';
import { expect, servicesOn, test } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';
import { vi } from 'vitest';

const posting = (slug: string, text: string) => ({
	commandId: randomUUID(),
	slug,
	doc: saying(text),
	lang: 'en'
});

test('hundred posts at once get gap-free numbers and reach listeners once each, in order', async ({ services }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	const heard: Envelope[] = [];
	services.feed.listen((envelopes) => heard.push(...envelopes));
	services.feed.follow(network.stream, 0);

	await Promise.all(Array.from({ length: 100 }, (_, n) => postInMeeting(services, person, posting(network.slug, `${n}`))));

	await vi.waitFor(() => expect(heard).toHaveLength(100));
	expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
});

test('another process hears of a write at once', async ({ services, database }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	const other = servicesOn(database);
	try {
		await other.feed.start();
		await vi.waitFor(() => expect(other.feed.listening).toBe(true));
		const heard: Envelope[] = [];
		other.feed.listen((envelopes) => heard.push(...envelopes));
		other.feed.follow(network.stream, 0);
		await postInMeeting(services, person, posting(network.slug, 'Good morning'));
		await vi.waitFor(() => expect(heard.map(({ name }) => name)).toEqual(['post.posted']));
	} finally {
		await other.close();
	}
});

test('what a process said last before it stops is heard at once too', async ({ services, database }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	const stopping = servicesOn(database);
	const heard: Envelope[] = [];
	await services.feed.start();
	await vi.waitFor(() => expect(services.feed.listening).toBe(true));
	services.feed.listen((envelopes) => heard.push(...envelopes));
	services.feed.follow(network.stream, 0);
	for (const text of ['one', 'two']) await postInMeeting(stopping, person, posting(network.slug, text));
	await stopping.close();
	await vi.waitFor(() => expect(heard.map(({ seq }) => seq)).toEqual([1, 2]));
});

test('following from a number hands out what was written before the following began', async ({ services }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	for (const text of ['one', 'two', 'three']) {
		await postInMeeting(services, person, posting(network.slug, text));
	}
	const heard: number[] = [];
	services.feed.listen((envelopes) => heard.push(...envelopes.map(({ seq }) => seq)));
	services.feed.follow(network.stream, 1);
	await vi.waitFor(() => expect(heard).toEqual([2, 3]));
});
