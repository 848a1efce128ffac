import { hiddenNow, moderationActsBefore } from '#lib/server/moderation/queries.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { hiddenTexts } from '#lib/server/threads/find-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { saying } from '../support/saying.ts';
import { ask } from '../support/live.ts';
import { expect, once, test, title } from './memo-ground.ts';
import { dateMemo } from './memos/server/commands.ts';
import { silenceMemo } from './memos/server/silence-memo.ts';

const reason = 'Names somebody else';

test('a lead of its audience hides and restores what is said in it; another lead knows of nothing', async ({ services, ground }) => {
	const { stream, memo, ilze, rui, marek, vija } = ground;
	const { id, seq } = await postMessage(services, rui, { ...once(), stream, doc: saying('Ask the gardener'), lang: 'en' });
	const href = `/memos/${memo}/p/${seq}`;
	const shown = async () => (await openThread(services.db, ilze, { stream, locale: 'en', window: {} })).thread.posts[0];
	const acts = async (lead: typeof marek) => (await moderationActsBefore(services, lead, { before: null, locale: 'en' })).acts;

	await expect(hidePost(services, vija, { ...once(), id, reason })).rejects.toThrow(NotFound);
	await hidePost(services, marek, { ...once(), id, reason });
	expect(await shown()).toMatchObject({ id, doc: null, hiddenAt: expect.any(String) });
	expect((await countUnread(services, ilze))[stream]).toEqual([0, seq + 1]);
	expect(await hiddenNow(services, marek, 'en')).toMatchObject([
		{ kind: 'post', id, by: 'Marek', reason, thing: { href, title, author: { name: 'Rui' } } }
	]);
	expect(await acts(marek)).toMatchObject([{ action: 'post.hidden', by: 'Marek', reason, thing: { href, title } }]);
	expect(await hiddenTexts(services.db, marek, [id])).toMatchObject([{ id, reason, by: 'Marek' }]);

	expect(await hiddenNow(services, vija, 'en')).toEqual([]);
	expect(await acts(vija)).toEqual([]);
	expect(await hiddenTexts(services.db, vija, [id])).toEqual([]);
	await expect(restorePost(services, vija, { ...once(), id })).rejects.toThrow(NotFound);

	await restorePost(services, marek, { ...once(), id });
	expect(await shown()).toMatchObject({ id, doc: saying('Ask the gardener'), hiddenAt: null });
	expect((await countUnread(services, ilze))[stream]).toEqual([1, seq + 2]);
	expect(await hiddenNow(services, marek, 'en')).toEqual([]);
	expect((await acts(marek)).map(({ action }) => action)).toEqual(['post.restored', 'post.hidden']);
	expect(await acts(vija)).toEqual([]);
});

test('a lead of its audience takes its day away and says why, which leads of its audience read; nobody else can or knows', async ({
	services,
	live,
	ground
}) => {
	const { memo, ilze, rui, marek, vija, elio } = ground;
	await dateMemo(services, ilze, { ...once(), id: memo, remindOn: '2026-12-09' });
	for (const outsider of [vija, elio]) {
		const answer = await ask(await live.line(outsider), 'command', { name: 'silenceMemo', input: { ...once(), id: memo, reason } });
		expect(answer).toEqual({ refused: { code: 'not_found' } });
	}
	await expect(silenceMemo(services, rui, { ...once(), id: memo, reason })).rejects.toThrow(Forbidden);
	expect(await services.sql`select remind_on::text from memos`).toEqual([{ remind_on: '2026-12-09' }]);
	await silenceMemo(services, marek, { ...once(), id: memo, reason });
	expect(await services.sql`select remind_on from memos`).toEqual([{ remind_on: null }]);

	const acts = async (lead: typeof marek) => (await moderationActsBefore(services, lead, { before: null, locale: 'en' })).acts;
	const thing = { title, href: `/memos/${memo}` };
	expect(await acts(marek)).toMatchObject([{ action: 'memo.silenced', kind: 'memo', by: 'Marek', reason, thing }]);
	expect(await acts(vija)).toEqual([]);
	for (const lead of [marek, vija]) expect(await hiddenNow(services, lead, 'en')).toEqual([]);
});
