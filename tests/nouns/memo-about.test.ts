import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { setServices } from '#lib/server/services.ts';
import { countAbout } from '#lib/server/threads/parts.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { caughtUp, loadedAnew } from '../support/replayed.ts';
import { saying } from '../support/saying.ts';
import { writerIn } from '../support/thread-writer.ts';
import { expect, once, test, type MemoGround } from './memo-ground.ts';
import { post } from './memos/page-forms.ts';
import { load } from './memos/page-load.ts';

/** What somebody says, as a browser sends it. */
const says = (stream: string, text: string, more: object = {}) => ({ ...once(), stream, doc: saying(text), lang: 'en', ...more });
const visit = ({ memo }: MemoGround, actor: Actor, asked = '') => ({
	locals: { actor, locale: 'en' } as App.Locals,
	params: { id: memo },
	url: new URL(`https://desk.example.org/memos/${memo}${asked}`)
});

test('what begins a discussion can be about a part of its memo, which a stale thread and the event tell as the fresh one does', async ({
	services,
	ground
}) => {
	const { stream, ilze, rui } = ground;
	const desk = writerIn(services, stream, rui);
	const stale = await desk.load();
	const { seq } = await postMessage(services, ilze, says(stream, 'Not before May', { about: 'day' }));
	await postMessage(services, rui, says(stream, 'And the pears?'));
	const thread = await caughtUp(services, stale, desk);
	expect(thread).toEqual(await loadedAnew(stale, desk));
	expect(thread.posts.map((one) => one.about)).toEqual(['day', undefined]);
	const events = await eventsSince(services.sql, stream, seq - 1, 2);
	expect(events.map(({ payload }) => 'about' in payload)).toEqual([true, false]);

	const id = thread.posts[0]?.id ?? '';
	await writerIn(services, stream, ground.marek).hide(id);
	await writerIn(services, stream, ground.marek).restore(id);
	expect(await caughtUp(services, stale, desk)).toEqual(await loadedAnew(stale, desk));
	expect((await desk.load()).posts[0]).toMatchObject({ about: 'day', doc: saying('Not before May') });
});

test('about a part that its memo has not, about what is no key, and about one in an answer nothing is said', async ({
	services,
	ground
}) => {
	const { stream, ilze, network } = ground;
	const { seq } = await postMessage(services, ilze, says(stream, 'In May', { about: 'day' }));
	const refused = async (more: object, where = stream) =>
		postMessage(services, ilze, says(where, 'Nowhere', more)).catch((error: unknown) => error);
	const noSuch = { code: 'invalid', issues: [{ field: 'about', code: 'no_such_part' }] };
	for (const about of ['weather', 'Day', 'day ', '../day', 'x'.repeat(61), '']) expect(await refused({ about })).toMatchObject(noSuch);
	expect(await refused({ about: null })).toMatchObject({ code: 'invalid' });
	expect(await refused({ about: 'day', replyTo: seq })).toMatchObject({ issues: [{ field: 'about', code: 'answers' }] });
	expect(await refused({ about: 'title' }, network.stream), 'meetings have no parts').toMatchObject(noSuch);
	expect(await services.sql`select seq from posts where doc::text like '%Nowhere%'`).toEqual([]);
});

test('the same message sent twice is one, and about another part it is another message', async ({ services, ground }) => {
	const { stream, ilze } = ground;
	const whole = says(stream, 'In May');
	const said = { ...whole, about: 'day' };
	const first = await postMessage(services, ilze, said);
	expect(await postMessage(services, ilze, said)).toEqual(first);
	for (const other of [whole, { ...said, about: 'title' }])
		await expect(postMessage(services, ilze, other)).rejects.toMatchObject({ reason: 'command_reused' });
});

test('discussions are counted by the part they are about, for who may read them, and one is led to the first', async ({
	services,
	ground
}) => {
	setServices(services);
	const { memo, stream, ilze, rui, marek, vija, elio } = ground;
	const say = (text: string, about?: string) => postMessage(services, ilze, says(stream, text, { about }));
	expect(await countAbout(services.db, rui, stream)).toEqual({});
	await say('Who waters them?');
	const gone = await say('Soon gone', 'day');
	const first = await say('In May', 'day');
	const second = await say('Or in June', 'day');
	await say('A better name', 'title');
	await postMessage(services, rui, says(stream, 'May it is', { replyTo: first.seq }));
	await writerIn(services, stream, ilze).remove(gone.id);
	expect(await countAbout(services.db, rui, stream)).toEqual({ day: 2, title: 1 });
	await writerIn(services, stream, marek).hide(second.id);
	expect(await countAbout(services.db, rui, stream)).toEqual({ day: 1, title: 1 });
	for (const outsider of [vija, elio, visitor]) expect(await countAbout(services.db, outsider, stream)).toEqual({});

	const led = (asked: string) => load(visit(ground, rui, asked)).catch((went: unknown) => went);
	expect(await led('?said=day')).toMatchObject({ status: 303, location: `/memos/${memo}?from=${first.seq}#p-${first.seq}` });
	expect(await led('?said=weather')).toMatchObject({ status: 303, location: `/memos/${memo}?newest#discussion` });
	expect(await led('?said=%20')).toMatchObject({ status: 400 });
});

test('a form says what its message is about, and gives it back with the words where it is not taken', async ({ services, ground }) => {
	setServices(services);
	const { memo, rui } = ground;
	const sends = (fields: Record<string, string>) => {
		const body = new URLSearchParams({ ...once(), lang: 'en', ...fields });
		return post({ ...visit(ground, rui, '?/post'), request: new Request('https://desk.example.org/memos', { method: 'POST', body }) });
	};
	expect(await load(visit(ground, rui, '?about=day'))).toMatchObject({ about: 'day' });
	expect(await load(visit(ground, rui))).not.toHaveProperty('about');
	await expect(sends({ text: 'In *May*', about: 'day' })).rejects.toMatchObject({ status: 303, location: `/memos/${memo}#p-2` });
	await expect(sends({ text: 'Of the whole', about: '' })).rejects.toMatchObject({ status: 303 });
	expect(await sends({ text: 'Rain', about: 'weather' })).toMatchObject({
		status: 400,
		data: { typed: { text: 'Rain', about: 'weather' }, says: expect.stringContaining('no longer on this page') }
	});
	expect((await load(visit(ground, rui))).thread.thread.posts.map(({ about }) => about)).toEqual(['day', undefined]);
});
