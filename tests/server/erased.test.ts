import { eventsSince } from '#lib/server/events/read.ts';
import { expect, test } from '../support/database.ts';
import { leadIn } from '../support/thread-writer.ts';

test('names and descriptions of files leave the events with the text', async ({ services }) => {
	const desk = await leadIn(services);
	const { stream, seq } = await desk.load();
	const replayed = async () => JSON.stringify(await eventsSince(services.sql, stream, seq, 20));
	const id = await desk.post('Look', null, [{ id: await desk.picture('secret-garden.jpg'), alt: 'a secret gate' }]);
	await desk.edit(id, 'Look again');
	expect(await replayed()).toContain('secret-garden');
	await desk.hide(id);
	expect(await replayed()).not.toContain('secret');
	await desk.restore(id);
	expect(await replayed()).toContain('a secret gate');
	await desk.remove(id);
	expect(await replayed()).not.toContain('secret');
	expect(JSON.stringify(await desk.load())).not.toContain('secret');
});

test('a deleted text is in no event that is read later', async ({ services }) => {
	const desk = await leadIn(services);
	const { stream, seq } = await desk.load();
	const id = await desk.post('a word to forget');
	await desk.edit(id, 'another word to forget');
	await desk.remove(id);
	const replayed = JSON.stringify(await eventsSince(services.sql, stream, seq, 10));
	expect(replayed).not.toContain('to forget');
});

test('a hidden text is in no event that is read later, and travels again when it is restored', async ({ services }) => {
	const desk = await leadIn(services);
	const { stream, seq } = await desk.load();
	const replayed = async () => JSON.stringify(await eventsSince(services.sql, stream, seq, 20));
	const id = await desk.post('a word to hide');
	await desk.edit(id, 'another word to hide');
	await desk.hide(id);
	expect(await replayed()).not.toContain('to hide');
	await desk.restore(id);
	expect(await replayed()).toContain('another word to hide');
	expect(await replayed()).not.toContain('a word to hide');
	await desk.hide(id);
	expect(await replayed()).not.toContain('to hide');
	await desk.remove(id);
	expect(await replayed()).not.toContain('to hide');
});
