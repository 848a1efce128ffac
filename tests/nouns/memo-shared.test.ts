import { vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { queueEmails } from '#lib/server/notifications/email/at-once.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import type { TestServices } from '../support/database.ts';
import { fileDesk } from '../support/file-desk.ts';
import { ask, hungUp } from '../support/live.ts';
import { madePdf } from '../support/made-files.ts';
import { saying } from '../support/saying.ts';
import { expect, once, test, type MemoGround } from './memo-ground.ts';
import { shareMemo } from './memos/server/commands.ts';

/** A post with a document, and where that is handed out. */
async function withFile(services: TestServices, { network, stream, ilze }: MemoGround, text: string) {
	const { upload, get } = await fileDesk(services);
	const file = await upload(ilze, network.id, 'Orangery_plan.pdf', madePdf());
	const { seq } = await postMessage(services, ilze, { ...once(), stream, doc: saying(text), lang: 'en', files: [{ id: file.id }] });
	return { seq, reads: async (reader: Person) => (await get(reader, `/files/${file.id}/${file.name}`)).status };
}

/** On how many ways somebody comes upon the memo, each asked just now. */
async function waysTo(services: TestServices, { stream, ilze }: MemoGround, reader: Person) {
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	const asking = { actor: reader, locale: 'en', now: services.clock.now() };
	const found = async (text: string) => (await search(services, asking, { text })).hits.length;
	const desk = await openDesk(services, reader, 'en');
	return {
		opens: await openThread(services.db, reader, { stream, locale: 'en', window: {} }).then(
			() => true,
			(error: unknown) => !(error instanceof NotFound)
		),
		counts: stream in (await countUnread(services, reader)),
		onDesk: desk.panels.memos?.length,
		latest: desk.latest.length,
		waits: (await openInbox(services.db, reader, { view: 'waiting' })).entries.length,
		found: [await found('kumquats'), await found('persimmons'), await found('orangery')],
		mentioned: (await mentionable(services, ilze, stream)).people.some(({ id }) => id === reader.id)
	};
}

const nothing = { opens: false, counts: false, onDesk: 0, latest: 0, waits: 0, found: [0, 0, 0], mentioned: false };

test('who is taken off loses the line at once, and nothing of it is to be had by any way any more', async ({
	services,
	live,
	ground,
	emails
}) => {
	const { stream, memo, ilze, rui, marek } = ground;
	const { reads } = await withFile(services, ground, 'The gardener waters the persimmons, @Marek');
	await services.sql`
		insert into notifications (person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at)
		values (${marek.id}, ${ground.network.id}, 'mention', 'memo', ${memo}, ${stream}, 2, ${ilze.id}, ${services.clock.now()})`;
	await deliveryOf(services).due();
	await queueEmails(services);
	expect(await services.sql`select person_id, state from mails`).toEqual([{ person_id: marek.id, state: 'waiting' }]);
	expect(await waysTo(services, ground, marek)).toEqual({
		opens: true,
		counts: true,
		onDesk: 1,
		latest: 1,
		waits: 1,
		found: [1, 1, 1],
		mentioned: true
	});
	expect(await reads(marek)).toBe(200);

	const [his, theirs] = [await live.line(marek), await live.line(rui)];
	const heard: unknown[] = [];
	const stays: unknown[] = [];
	for (const line of [his, theirs]) await ask(line, 'follow', { stream, seq: 2 });
	his.onAny((...words: unknown[]) => heard.push(words));
	theirs.on('event', (...events: { name: string }[]) => stays.push(...events.map(({ name }) => name)));
	const gone = hungUp(his);
	await expect(shareMemo(services, rui, { ...once(), id: memo, people: [] })).rejects.toThrow(Forbidden);
	await shareMemo(services, ilze, { ...once(), id: memo, people: [] });
	expect(await waysTo(services, ground, marek)).toEqual(nothing);
	await expect(postMessage(services, marek, { ...once(), stream, doc: saying('Hear me'), lang: 'en' })).rejects.toThrow(NotFound);
	expect(await gone).toBe('io server disconnect');
	const again = await live.line(marek);
	again.onAny((...words: unknown[]) => heard.push(words));
	for (const seq of [0, 2, 3]) expect(await ask(again, 'follow', { stream, seq })).toMatchObject({ refused: { code: 'not_found' } });
	expect(await ask(again, 'unread', {})).not.toHaveProperty(['ok', stream]);
	expect(await reads(marek)).toBe(404);

	await postMessage(services, ilze, { ...once(), stream, doc: saying('Without him'), lang: 'en' });
	await postMessage(services, ilze, { ...once(), stream: ground.network.stream, doc: saying('For all'), lang: 'en' });
	await vi.waitFor(() => expect(JSON.stringify(heard)).toContain(ground.network.stream), 4000);
	expect(stays).toEqual(['audience.changed', 'post.posted']);
	expect(theirs.connected).toBe(true);
	expect(JSON.stringify(heard)).not.toContain(memo);
	services.clock.advance(180);
	await services.mail.sendDue();
	expect(emails).toEqual([]);
	expect(await services.sql`select state from mails`).toEqual([{ state: 'dropped' }]);
});

test('who is added has it at once by every way, and what was said before counts as passed over', async ({ services, live, ground }) => {
	const { stream, memo, ilze, marek, vija, elio } = ground;
	const { reads, seq } = await withFile(services, ground, 'The gardener waters the persimmons');
	const [hers, outside] = [await live.line(vija), await live.line(elio)];
	const heard: unknown[] = [];
	const told: Record<string, unknown[]> = { recount: [], activity: [] };
	outside.onAny((...words: unknown[]) => heard.push(words));
	for (const name of Object.keys(told)) hers.on(name, (...words: unknown[]) => told[name]?.push(...words));
	for (const outsider of [vija, elio]) expect(await waysTo(services, ground, outsider)).toEqual(nothing);
	expect(await ask(hers, 'follow', { stream, seq: 0 })).toMatchObject({ refused: { code: 'not_found' } });

	await shareMemo(services, ilze, { ...once(), id: memo, people: [marek.id, vija.id] });
	expect(await waysTo(services, ground, vija)).toEqual({
		opens: true,
		counts: true,
		onDesk: 1,
		latest: 1,
		waits: 0,
		found: [1, 1, 1],
		mentioned: true
	});
	expect(await waysTo(services, ground, elio)).toEqual(nothing);
	expect([await reads(vija), await reads(elio)]).toEqual([200, 404]);
	expect((await countUnread(services, vija))[stream]).toEqual([0, seq + 1]);
	expect((await countUnread(services, marek))[stream]).toEqual([1, seq + 1]);
	const { readState, thread } = await openThread(services.db, vija, { stream, locale: 'en', window: {} });
	expect(readState).toEqual({ read: [], jumped: [[1, seq]] });
	expect(thread.posts).toMatchObject([{ seq }]);

	const next = await postMessage(services, ilze, { ...once(), stream, doc: saying('Welcome'), lang: 'en' });
	expect((await countUnread(services, vija))[stream]).toEqual([1, next.seq]);
	await vi.waitFor(() => expect(told.activity).toContainEqual({ stream, said: [[next.seq, ilze.id]] }), 4000);
	expect(told.recount).not.toEqual([]);
	expect(await ask(hers, 'follow', { stream, seq })).toMatchObject({
		ok: { events: [{ name: 'audience.changed' }, { name: 'post.posted', seq: next.seq }] }
	});
	await postMessage(services, ilze, { ...once(), stream: ground.network.stream, doc: saying('For all'), lang: 'en' });
	await vi.waitFor(() => expect(JSON.stringify(heard)).toContain(ground.network.stream), 4000);
	expect(JSON.stringify(heard)).not.toContain(memo);
});
