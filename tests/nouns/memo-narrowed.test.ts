import { vi } from 'vitest';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { ask } from '../support/live.ts';
import { expect, once, test } from './memo-ground.ts';
import { renameMemo, shareMemo } from './memos/server/commands.ts';

test('a notification that is still on its way when somebody is taken off does not reach them', async ({ services, live, ground }) => {
	const { memo, stream, network, ilze, marek, rui } = ground;
	const note = (person: string, seq: number) => services.sql`
		insert into notifications (person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at)
		values (${person}, ${network.id}, 'mention', 'memo', ${memo}, ${stream}, ${seq}, ${ilze.id}, ${services.clock.now()})`;
	await note(marek.id, 1);
	await deliveryOf(services).due();
	await shareMemo(services, ilze, { ...once(), id: memo, people: [] });
	const line = await live.line(marek);
	const heard: unknown[] = [];
	line.on('event', (...events: unknown[]) => heard.push(...events));
	expect(await ask(line, 'follow', { stream: streamOfPerson(marek.id), seq: 1 })).toHaveProperty('ok');
	for (const { id } of [marek, rui]) await note(id, 2);
	// A stronger reason for the first, which he was told of.
	await services.sql`update notifications set kind = 'assignment', delivered_at = null where person_id = ${marek.id} and seq = 1`;
	await deliveryOf(services).due();
	await ask(line, 'unread', {});
	expect(heard).toEqual([]);
	await shareMemo(services, ilze, { ...once(), id: memo, people: [marek.id] });
	const waits = async (reader: typeof marek) => (await openInbox(services.db, reader, { view: 'waiting' })).entries.map(({ seq }) => seq);
	expect([await waits(marek), await waits(rui)]).toEqual([[1], [2]]);
});

test('who looks at something else and is taken off is told once that the page is old, and to load it at some time soon', async ({
	services,
	live,
	ground
}) => {
	const { memo, ilze, marek } = ground;
	const line = await live.line(marek);
	const heard: [string, unknown][] = [];
	line.onAny((name: string, word: unknown) => heard.push([name, word]));
	await ask(line, 'unread', {});
	await shareMemo(services, ilze, { ...once(), id: memo, people: [] });
	await vi.waitFor(() => expect(heard.map(([name]) => name)).toContain('recount'), 4000);
	const old = heard.filter(([name]) => name === 'outdated');
	expect(old).toEqual([['outdated', expect.any(Number)]]);
	expect(old[0]?.[1]).toBeGreaterThan(0);
});

test('more who change one memo in the same moment than there are connections are all answered', async ({ services, ground }) => {
	const { memo, ilze, marek, vija } = ground;
	const work = Array.from({ length: 20 }, (_, n) => [
		shareMemo(services, ilze, { ...once(), id: memo, people: [n % 2 ? marek.id : vija.id] }),
		renameMemo(services, ilze, { ...once(), id: memo, title: `Kumquats ${n}` })
	]);
	expect(await Promise.all(work.flat())).toHaveLength(40);
});
