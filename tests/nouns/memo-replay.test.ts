import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { TestServices } from '../support/database.ts';
import { ask } from '../support/live.ts';
import { caughtUp, loadedAnew } from '../support/replayed.ts';
import { writerIn } from '../support/thread-writer.ts';
import { expect, once, test, type MemoGround } from './memo-ground.ts';
import { applyToMemo } from './memos/model/apply-to-memo.ts';
import type { Memo, MemoEvents } from './memos/model/memo.ts';
import { memosNoun } from './memos/model/noun.ts';
import { dateMemo, renameMemo, writeMemo } from './memos/server/commands.ts';
import { findMemo } from './memos/server/queries.ts';

/** One case for every event of a memo: how it comes about. */
const comesAbout: Record<keyof MemoEvents, (services: TestServices, ground: MemoGround, id: string) => Promise<unknown>> = {
	'memo.written': (services, { ilze, network }, id) =>
		writeMemo(services, ilze, { commandId: id, network: network.id, city: 'co', title: 'Figs', remindOn: '2026-12-09' }),
	'memo.renamed': (services, { ilze }, id) => renameMemo(services, ilze, { ...once(), id, title: 'Pears' }),
	'memo.dated': (services, { ilze }, id) => dateMemo(services, ilze, { ...once(), id, remindOn: '2026-12-10' })
};

/** A memo as a page has it. */
async function memoNow({ db }: TestServices, actor: Person, id: string): Promise<Memo> {
	const { audience: _, ...memo } = await findMemo(db, actor, id);
	return memo;
}

/** A thread of which nothing was there yet. */
const before = (stream: string): Thread => ({ stream, seq: 0, posts: [], earlier: false, later: false, elsewhere: [] });

test.for(Object.entries(comesAbout))(
	'%s: a stale memo, its stale thread and the event are the fresh ones, for its audience',
	async ([name, happen], { services, ground, live }) => {
		const isNew = name === 'memo.written';
		const id = isNew ? randomUUID() : ground.memo;
		const stream = `memo:${id}`;
		const { ilze, rui, vija, elio } = ground;
		const desk = writerIn(services, stream, rui);
		if (!isNew) await desk.post('Said before');
		const stale = isNew
			? { memo: null, thread: before(stream) }
			: { memo: await memoNow(services, rui, id), thread: await desk.load() };
		await happen(services, ground, id);
		const missed = await eventsSince(services.sql, stream, stale.thread.seq, 10);
		expect(missed.map((event) => event.name)).toEqual([name]);
		const fresh = await memoNow(services, rui, id);
		expect(fresh).not.toEqual(stale.memo);
		expect(missed.reduce(applyToMemo, stale.memo)).toEqual(fresh);
		expect(await caughtUp(services, stale.thread, desk)).toEqual(await loadedAnew(stale.thread, desk));

		const asked = { stream, seq: stale.thread.seq };
		expect(await ask(await live.line(ilze), 'follow', asked)).toMatchObject({ ok: { events: missed } });
		for (const outsider of [vija, elio])
			expect(await ask(await live.line(outsider), 'follow', asked)).toMatchObject({ refused: { code: 'not_found' } });
	}
);

test('every event of a memo has its case', () => {
	expect(new Set(Object.keys(comesAbout))).toEqual(new Set(Object.keys(memosNoun.events ?? {})));
});
