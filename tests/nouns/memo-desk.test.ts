import { openDesk } from '#lib/server/desk/queries.ts';
import { countCrowd } from '#lib/server/threads/count-crowd.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { ask } from '../support/live.ts';
import { saying } from '../support/saying.ts';
import { expect, once, test, title } from './memo-ground.ts';

test('what is said in it is counted as unread and lies on the desks of its audience', async ({ services, live, ground }) => {
	const { stream, memo, ilze, rui, marek, vija, elio } = ground;
	const { seq } = await postMessage(services, ilze, { ...once(), stream, doc: saying('Ask the gardener'), lang: 'en' });
	const href = `/memos/${memo}`;
	for (const reader of [rui, marek]) {
		expect((await countUnread(services, reader))[stream]).toEqual([1, seq]);
		const desk = await openDesk(services, reader, 'en');
		expect(desk.unread).toMatchObject([{ stream, kind: 'memo', title, href, city: 'co', count: 1, first: seq }]);
		expect(desk.latest).toMatchObject([{ seq, author: { id: ilze.id } }]);
		expect(JSON.stringify(desk.latest)).toContain(href);
		expect(desk.panels.memos).toEqual([{ id: memo, title, href }]);
	}
	expect((await countUnread(services, ilze))[stream]).toEqual([0, seq]);
	const read = { name: 'markRead', input: { read: [{ stream, read: [[1, seq]], jumped: [] }] } };
	for (const one of [rui, vija]) expect(await ask(await live.line(one), 'command', read)).toHaveProperty('ok');
	expect((await countUnread(services, rui))[stream]).toEqual([0, seq]);
	expect((await openDesk(services, rui, 'en')).unread).toEqual([]);

	for (const outsider of [vija, elio]) {
		await markRead(services, outsider, read.input);
		expect(await countUnread(services, outsider)).not.toHaveProperty(stream);
		expect(await openDesk(services, outsider, 'en')).toMatchObject({ unread: [], latest: [], panels: { memos: [] } });
	}
	expect(await services.sql`select person_id from read_states`).toEqual([{ person_id: rui.id }]);
	const crowd = await countCrowd(services.db, [ilze, rui, marek, vija, elio]);
	expect(crowd.map((counts) => counts[stream])).toEqual([[0, seq], [0, seq], [1, seq], undefined, undefined]);
});
