import { vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { ask } from '../support/live.ts';
import { saying } from '../support/saying.ts';
import { expect, once, test, title } from './memo-ground.ts';
import { renameMemo, writeMemo } from './memos/server/commands.ts';

test('the stream of a memo is joined and caught up by its audience, and goes on live', async ({ services, live, ground }) => {
	const { stream, memo, ilze, rui } = ground;
	const his = await live.line(rui);
	const heard: unknown[] = [];
	his.onAny((...words: unknown[]) => heard.push(words));
	expect(await ask(his, 'follow', { stream, seq: 0 })).toMatchObject({
		ok: { events: [{ stream, seq: 1, name: 'memo.written', actor: ilze.id, payload: { id: memo, title } }] }
	});
	await renameMemo(services, ilze, { ...once(), id: memo, title: 'Pears' });
	await postMessage(services, ilze, { ...once(), stream, doc: saying('Ask the gardener'), lang: 'en' });
	await vi.waitFor(() => expect(JSON.stringify(heard)).toMatch(/memo\.renamed.*post\.posted/), 4000);
	const later = await live.line(rui);
	expect(await ask(later, 'follow', { stream, seq: 1 })).toMatchObject({
		ok: {
			events: [
				{ seq: 2, name: 'memo.renamed', payload: { title: 'Pears' } },
				{ seq: 3, name: 'post.posted' }
			]
		}
	});
	expect((await openThread(services.db, rui, { stream, locale: 'en', window: {} })).thread.posts).toMatchObject([{ seq: 3 }]);
});

test('its commands are asked for over the line of somebody, once each', async ({ services, live, ground }) => {
	const { stream, memo, ilze, rui, marek, network } = ground;
	const [hers, his] = [await live.line(ilze), await live.line(rui)];
	const rename = { name: 'renameMemo', input: { ...once(), id: memo, title: 'Pears' } };
	expect(await ask(hers, 'command', rename)).toEqual({ ok: { id: memo, seq: 2 } });
	expect(await ask(hers, 'command', rename)).toEqual({ ok: { id: memo, seq: 2 } });
	expect(await ask(his, 'command', { name: 'renameMemo', input: { ...once(), id: memo, title: 'Plums' } })).toEqual({
		refused: { code: 'forbidden' }
	});
	expect(await services.sql`select title from memos`).toEqual([{ title: 'Pears' }]);
	const another = { ...once(), network: network.id, city: 'co', title: 'Figs', people: [] };
	expect(await ask(his, 'command', { name: 'writeMemo', input: another })).toEqual({
		ok: { id: another.commandId, stream: `memo:${another.commandId}`, seq: 1 }
	});
	const said = { name: 'postMessage', input: { ...once(), stream, doc: saying('Ask the gardener'), lang: 'en' } };
	expect(await ask(await live.line(marek), 'command', said)).toMatchObject({ ok: { seq: 3 } });
});

test('who is not among its audience can neither follow nor command it, and hears nothing of it', async ({ services, live, ground }) => {
	const { stream, memo, network, ilze, rui, marek, vija, elio } = ground;
	const heard: unknown[] = [];
	const outsiders: Person[] = [vija, elio];
	const [his, beside] = [await live.line(rui), await live.line(marek)];
	const among: Record<'here' | 'activity', unknown[]> = { here: [], activity: [] };
	his.on('here', (here: unknown) => among.here.push(here));
	beside.on('activity', (...activities: unknown[]) => among.activity.push(...activities));
	for (const outsider of outsiders) {
		const line = await live.line(outsider);
		line.onAny((...words: unknown[]) => heard.push(words));
		for (const seq of [0, 1]) expect(await ask(line, 'follow', { stream, seq })).toMatchObject({ refused: { code: 'not_found' } });
		const commands = [
			{ name: 'renameMemo', input: { ...once(), id: memo, title: 'Plums' } },
			{ name: 'postMessage', input: { ...once(), stream, doc: saying('Hear me'), lang: 'en' } }
		];
		for (const command of commands) expect(await ask(line, 'command', command)).toEqual({ refused: { code: 'not_found' } });
		const write = { name: 'writeMemo', input: { ...once(), network: network.id, city: 'co', title: 'Figs', people: [] } };
		expect(await ask(line, 'command', write)).toEqual({ refused: { code: 'forbidden' } });
		await expect(openThread(services.db, outsider, { stream, locale: 'en', window: {} })).rejects.toThrow(NotFound);
		await expect(writeMemo(services, outsider, write.input)).rejects.toThrow(Forbidden);
	}
	// Whoever follows it is seen there by the others who do, and notes that they write.
	await ask(his, 'follow', { stream, seq: 0 });
	his.emit('writing', { stream });
	await renameMemo(services, ilze, { ...once(), id: memo, title: 'Pears' });
	const { seq } = await postMessage(services, ilze, { ...once(), stream, doc: saying('Ask the gardener'), lang: 'en' });
	// A meeting of the same network, said later, has reached them: so whatever was to come of the memo would have, too.
	await postMessage(services, ilze, { ...once(), stream: network.stream, doc: saying('For all'), lang: 'en' });
	await vi.waitFor(() => expect(JSON.stringify(heard).split(network.stream)).toHaveLength(3), 4000);
	expect(among.activity).toContainEqual({ stream, said: [[seq, ilze.id]] });
	expect(among.here).toContainEqual({ stream, count: 1, people: [expect.objectContaining({ id: rui.id })] });
	expect(JSON.stringify(heard)).not.toContain(memo);
});
