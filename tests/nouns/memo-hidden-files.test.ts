import { vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { holds } from '#lib/model/access/holds.ts';
import { hiddenNow, moderationActsBefore } from '#lib/server/moderation/queries.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { fileDesk } from '../support/file-desk.ts';
import { madePdf } from '../support/made-files.ts';
import { saying } from '../support/saying.ts';
import { expect, once, test } from './memo-ground.ts';
import { memosNoun } from './memos/model/noun.ts';

test('a hidden post is listed to who moderates its thread, as its kind says, and its files are read by them and its author alone', async ({
	services,
	ground
}) => {
	const { network, stream, ilze, rui, marek, vija, elio } = ground;
	const { upload, get } = await fileDesk(services);
	const file = await upload(ilze, network.id, 'Orangery_plan.pdf', madePdf());
	const doc = saying('The gardener waters the persimmons');
	const { id } = await postMessage(services, ilze, { ...once(), stream, doc, lang: 'en', files: [{ id: file.id }] });
	const reads = (reader: Person) =>
		Promise.all([file.name, 'medium', 'versions'].map(async (name) => (await get(reader, `/files/${file.id}/${name}`)).status));
	const [there, away] = [
		[200, 200, 200],
		[404, 404, 404]
	];
	const readers = async () => ({
		ilze: await reads(ilze),
		rui: await reads(rui),
		marek: await reads(marek),
		vija: await reads(vija),
		elio: await reads(elio)
	});

	expect(await readers()).toEqual({ ilze: there, rui: there, marek: there, vija: away, elio: away });
	await hidePost(services, marek, { ...once(), id, reason: 'Names somebody else' });
	expect(await readers()).toEqual({ ilze: there, rui: away, marek: there, vija: away, elio: away });
	const listed = async () => [
		(await hiddenNow(services, marek, 'en')).length,
		(await moderationActsBefore(services, marek, { before: null, locale: 'en' })).acts.length
	];
	expect(await listed()).toEqual([1, 1]);

	// A kind whose threads are moderated by its city, and by no lead.
	const rule = vi.spyOn(memosNoun.thread!, 'moderate').mockImplementation((one, asked) => holds(one, asked.network, ['officer']));
	expect(await readers()).toEqual({ ilze: there, rui: there, marek: away, vija: away, elio: away });
	expect(await listed()).toEqual([0, 0]);
	rule.mockRestore();
	expect(await listed()).toEqual([1, 1]);
	await restorePost(services, marek, { ...once(), id });
	expect(await readers()).toEqual({ ilze: there, rui: there, marek: there, vija: away, elio: away });
});
