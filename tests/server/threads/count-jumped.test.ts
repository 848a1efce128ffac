import { randomUUID } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { jumpedNow } from '#lib/model/threads/jumped-now.ts';
import { nothingRead, type ReadState } from '#lib/model/threads/read-state.ts';
import { memberships } from '#lib/server/db/schema/people.ts';
import { posts } from '#lib/server/db/schema/threads.ts';
import { countJumped } from '#lib/server/threads/count-jumped.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { threadPlace } from '#lib/model/threads/thread-place.ts';
import { jumpedThreads } from '#lib/server/threads/jumped-threads.ts';
import { openThread, type Window } from '#lib/server/threads/open-thread.ts';
import { expect, test } from '../../support/database.ts';
import { talk } from '../../support/discussion.ts';

test('what a reader jumps over is counted: messages of others, before the window and where they jumped before', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const { db } = services;
	for (let n = 0; n < 8; n += 1) await say(rui);
	await say(ilze);
	const gone = await say(rui);
	await deletePost(services, rui, { commandId: randomUUID(), id: gone.id });
	await say(rui, 3);
	const counted = async (readState: ReadState, window: Window = {}, actor: Actor = ilze) => {
		const { thread } = await openThread(db, ilze, { stream: network.stream, locale: 'en', window });
		const { count, first } = await countJumped(db, actor, { thread, readState });
		return [count, first];
	};
	expect(await counted(nothingRead)).toEqual([0, null]);
	expect(await counted({ read: [[1, 2]], jumped: [[3, 12]] })).toEqual([7, { seq: 3, root: null }]);
	expect(await counted({ read: [[1, 11]], jumped: [[12, 12]] })).toEqual([1, { seq: 12, root: 3 }]);
	expect(await counted({ read: [[1, 12]], jumped: [] })).toEqual([0, null]);
	expect(await counted({ read: [], jumped: [[1, 12]] }, {}, visitor)).toEqual([0, null]);

	const membership = eq(memberships.personId, ilze.id);
	await db
		.update(posts)
		.set({ postedAt: new Date(0) })
		.where(lt(posts.seq, 5));
	await db
		.update(memberships)
		.set({ startsAt: new Date(1) })
		.where(membership);
	expect(await counted({ read: [], jumped: [[1, 12]] }), 'who came in before the fifth').toEqual([5, { seq: 5, root: null }]);
	await db
		.update(memberships)
		.set({ startsAt: new Date(0) })
		.where(membership);

	for (let n = 0; n < 120; n += 1) await say(rui);
	// The window begins at place 31; of the answer at place 12 the page tells by itself.
	expect(await counted({ read: [[1, 4]], jumped: [] }, { from: 40 })).toEqual([4 + 18, { seq: 5, root: null }]);
	expect(await counted({ read: [[1, 4]], jumped: [[20, 132]] }, { from: 40 })).toEqual([100, { seq: 5, root: null }]);
});

test('who reads what was written before they came in jumps over no less by it, on the open page as after a reload', async ({
	services
}) => {
	const { network, ilze, rui, say } = await talk(services);
	const { db } = services;
	for (let n = 0; n < 8; n += 1) await say(rui);
	await db
		.update(posts)
		.set({ postedAt: new Date(0) })
		.where(lt(posts.seq, 5));
	await db
		.update(memberships)
		.set({ startsAt: new Date(1) })
		.where(eq(memberships.personId, ilze.id));
	const opened = async (readState: ReadState) => {
		const { thread } = await openThread(db, ilze, { stream: network.stream, locale: 'en', window: {} });
		return { thread, jumped: await countJumped(db, ilze, { thread, readState }) };
	};
	const { thread, jumped } = await opened({ read: [], jumped: [[1, 6]] });
	expect(jumped).toMatchObject({ count: 2, first: { seq: 5 } });
	for (const [what, state] of Object.entries({
		'nothing more': { read: [], jumped: [[1, 6]] },
		'what is older': {
			read: [[2, 4]],
			jumped: [
				[1, 1],
				[5, 6]
			]
		},
		'both, and passes over more': {
			read: [[4, 5]],
			jumped: [
				[1, 3],
				[6, 8]
			]
		},
		all: { read: [[1, 8]], jumped: [] }
	} satisfies Record<string, ReadState>)) {
		const onThePage = jumpedNow(thread.posts, ilze.id, state, jumped);
		const { count, first } = (await opened(state)).jumped;
		expect({ count: onThePage.count, first: onThePage.first?.seq }, `reads ${what}`).toEqual({ count, first: first?.seq });
	}
	// From a page on which nothing is jumped over yet.
	const fresh = (await opened({ read: [[1, 1]], jumped: [] })).jumped;
	expect(jumpedNow(thread.posts, ilze.id, { read: [[1, 1]], jumped: [[2, 8]] }, fresh)).toMatchObject({ count: 4, first: { seq: 5 } });
});

test('a list of threads tells the same of each as its page, for all of them at once', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const { db, sql } = services;
	for (let n = 0; n < 8; n += 1) await say(rui);
	await say(ilze);
	const gone = await say(rui);
	await deletePost(services, rui, { commandId: randomUUID(), id: gone.id });
	await say(rui, 3);
	const { stream } = network;
	/** What the list says, which is to be what the page says that begins with the first post. */
	const told = async (read: string, jumped: string, actor: Actor = ilze) => {
		await sql`delete from read_states`;
		await sql`insert into read_states ${sql({ person_id: ilze.id, stream, read, jumped })}`;
		const listed = (await jumpedThreads(db, actor))[stream] ?? { count: 0, place: null };
		const { thread, readState } = await openThread(db, ilze, { stream, locale: 'en', window: {} });
		const { count, first } = await countJumped(db, actor, { thread, readState });
		expect(listed).toEqual({ count, place: first && threadPlace('', first) });
		return count;
	};
	expect(await told('{}', '{}')).toBe(0);
	expect(await told('{[1,2]}', '{[3,12]}')).toBe(7);
	expect(await told('{[1,2],[5,7]}', '{[3,4],[8,12]}')).toBe(4);
	expect(await told('{[1,11]}', '{[12,12]}')).toBe(1);
	expect(await told('{}', '{[1,12]}', visitor)).toBe(0);
	expect(await told('{}', '{[9,11]}'), 'nothing of others').toBe(0);

	await db
		.update(posts)
		.set({ postedAt: new Date(0) })
		.where(lt(posts.seq, 5));
	await db
		.update(memberships)
		.set({ startsAt: new Date(1) })
		.where(eq(memberships.personId, ilze.id));
	expect(await told('{}', '{[1,4]}'), 'before she came in').toBe(0);
	expect(await told('{}', '{[1,12]}'), 'the later of them').toBe(5);
	for (let n = 0; n < 110; n += 1) await say(rui);
	expect(await told('{}', '{[1,122]}')).toBe(100);
	expect(await jumpedThreads(db, { ...ilze, memberships: [] })).toEqual({});
});
