import { randomUUID } from 'node:crypto';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { can } from '#lib/model/policy.ts';
import { setServices } from '#lib/server/services.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { saying } from '../support/saying.ts';
import { expect, once, test, title } from './memo-ground.ts';
import { follow, post } from './memos/page-forms.ts';
import { load } from './memos/page-load.ts';

const visit = (actor: Actor, id: string, asked = '') => ({
	locals: { actor, locale: 'en' } as App.Locals,
	params: { id },
	url: new URL(`https://desk.example.org/memos/${id}${asked}`)
});

test('the page of a memo brings it and its thread to its audience; to others there is no such page', async ({ services, ground }) => {
	setServices(services);
	const { memo, stream, network, ilze, rui, marek, vija, elio } = ground;
	const { seq } = await postMessage(services, ilze, { ...once(), stream, doc: saying('Ask the gardener'), lang: 'lv' });
	const hidden = await postMessage(services, rui, { ...once(), stream, doc: saying('Names somebody'), lang: 'en' });
	await hidePost(services, marek, { ...once(), id: hidden.id, reason: 'Names somebody else' });

	for (const reader of [ilze, rui, marek]) {
		const data = await load(visit(reader, memo));
		expect(data.memo).toEqual({ id: memo, network: network.id, city: 'co', title, authorId: ilze.id, stream, remindOn: null });
		expect(data.thread.thread).toMatchObject({
			stream,
			seq: hidden.seq + 1,
			posts: [{ seq, doc: saying('Ask the gardener') }, { doc: null }]
		});
		expect(data.hiddenTexts.map(({ doc }) => doc)).toEqual(reader === ilze ? [] : [saying('Names somebody')]);
		expect(data.writingLanguage).toBe(reader === ilze ? 'lv' : 'en');
		expect(can(reader, 'thread.speak', { subject: data.subject })).toBe(true);
		expect(can(reader, 'thread.moderate', { subject: data.subject })).toBe(reader === marek);
	}
	const nowhere = load(visit(ilze, randomUUID())).catch((refused: unknown) => refused);
	expect(await nowhere).toMatchObject({ status: 404 });
	await expect(load(visit(ilze, 'no-id'))).rejects.toEqual(await nowhere);
	for (const outsider of [vija, elio, visitor]) await expect(load(visit(outsider, memo))).rejects.toEqual(await nowhere);
});

test('what is said by the form of that page stands in its thread; from outside nothing is said there', async ({ services, ground }) => {
	setServices(services);
	const { memo, ilze, rui, vija, elio } = ground;
	const says = (actor: Actor, fields: Record<string, string>) => {
		const body = new URLSearchParams({ ...once(), lang: 'en', ...fields });
		return post({ ...visit(actor, memo), request: new Request('https://desk.example.org/memos', { method: 'POST', body }) });
	};
	await expect(says(rui, { text: 'Ask the *gardener*', writer: rui.id })).rejects.toMatchObject({
		status: 303,
		location: `/memos/${memo}#p-2`
	});
	expect(await says(rui, { text: 'Not mine', writer: ilze.id })).toMatchObject({ data: { problem: { code: 'other_person' } } });
	for (const outsider of [vija, elio])
		expect(await says(outsider, { text: 'Let me in' })).toMatchObject({ status: 404, data: { typed: { text: 'Let me in' } } });
	expect((await load(visit(ilze, memo))).thread.thread.posts).toMatchObject([{ seq: 2, author: { id: rui.id } }]);
});

test('its address asks for a part of the thread: a post to answer, or a day', async ({ services, ground }) => {
	setServices(services);
	const { memo, stream, ilze, rui, vija } = ground;
	const { seq } = await postMessage(services, ilze, { ...once(), stream, doc: saying('Which gardener?'), lang: 'en' });
	expect(await load(visit(rui, memo, `?reply=${seq}`))).toMatchObject({ answerTo: seq });
	expect(await load(visit(rui, memo))).toMatchObject({ answerTo: null });
	const onDay = (actor: Actor, day: string) => load(visit(actor, memo, `?on=${day}`));
	const today = services.clock.now().toISOString().slice(0, 10);
	await expect(onDay(rui, today)).rejects.toMatchObject({ status: 303, location: `/memos/${memo}?from=${seq}#p-${seq}` });
	await expect(onDay(rui, '2999-01-01')).rejects.toMatchObject({ status: 303, location: `/memos/${memo}?newest#discussion` });
	await expect(onDay(rui, 'today')).rejects.toMatchObject({ status: 400 });
	await expect(onDay(vija, today)).rejects.toMatchObject({ status: 404 });
});

test('what one wants to be told of a memo is chosen by a form of its page', async ({ services, ground }) => {
	setServices(services);
	const { memo, rui, vija } = ground;
	const chooses = (actor: Actor, level: string) => {
		const body = new URLSearchParams({ level });
		return follow({
			...visit(actor, memo, '?/follow'),
			request: new Request('https://desk.example.org/memos', { method: 'POST', body })
		});
	};
	await expect(chooses(rui, 'nothing')).rejects.toMatchObject({ status: 303, location: `/memos/${memo}` });
	expect(await load(visit(rui, memo))).toMatchObject({ follow: 'nothing' });
	expect(await chooses(rui, 'loudly')).toMatchObject({ status: 400, data: { problem: { code: 'invalid' }, says: expect.any(String) } });
	expect(await chooses(vija, 'nothing')).toMatchObject({ status: 404 });
});
