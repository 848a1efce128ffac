import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Person } from '#lib/model/actor.ts';
import { eventNames, largestPayload, type EventName } from '#lib/model/events.ts';
import type { Post } from '#lib/model/posts.ts';
import { apply, type Thread } from '#lib/model/thread.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { deletePost, editPost, postMessage } from '#lib/server/meetings/commands.ts';
import { findPost, openThread } from '#lib/server/meetings/thread.ts';
import { expect, test, type TestServices } from '../support/database.ts';
import { saying } from '../support/saying.ts';
import { smallNetwork } from '../support/thread.ts';

/** Somebody at the thread: reads it, writes in it. */
function seated(services: TestServices, slug: string, actor: Person) {
	const load = async (from?: number): Promise<Thread> => {
		const { thread } = await openThread(services.db, actor, { slug, locale: 'en', window: { from } });
		return thread;
	};
	return {
		load,
		async post(text: string): Promise<string> {
			services.clock.advance(60);
			const input = { commandId: randomUUID(), slug, doc: saying(text), lang: 'en' };
			return (await postMessage(services, actor, input)).id;
		},
		async edit(id: string, text: string): Promise<void> {
			services.clock.advance(60);
			const { post } = await findPost(services.db, actor, { id });
			await editPost(services, actor, { commandId: randomUUID(), id, revision: post.revision, doc: saying(text), lang: 'lv' });
		},
		async remove(id: string): Promise<void> {
			services.clock.advance(60);
			await deletePost(services, actor, { commandId: randomUUID(), id });
		},
		fetch: async (id: string): Promise<Post> => (await findPost(services.db, actor, { id })).post
	};
}
type Seated = ReturnType<typeof seated>;

async function officer(services: TestServices): Promise<Seated> {
	const { slug, person } = await smallNetwork(services);
	return seated(services, slug, await person('Ilze'));
}

/** What a reader does who was away: takes the missed events, then fetches the texts that were too large to travel. */
async function caughtUp(services: TestServices, stale: Thread, { fetch }: Seated): Promise<Thread> {
	const missed = await eventsSince(services.sql, stale.stream, stale.seq, 1000);
	const thread = missed.reduce(apply, stale);
	const posts = thread.posts.map(async (post) =>
		post.doc === null && post.deletedAt === null ? fetch(post.id) : post
	);
	return { ...thread, posts: await Promise.all(posts) };
}

/** A fresh load of the same window. */
async function loadedAnew(stale: Thread, { load }: Seated): Promise<Thread> {
	const first = stale.posts[0]?.seq ?? 0;
	const fresh = await load(first);
	return { ...fresh, posts: fresh.posts.filter(({ seq }) => seq >= first), earlier: stale.earlier };
}

/** One case for every event there is: how it comes about. */
const comesAbout: Record<EventName, (desk: Seated, earlier: string) => Promise<unknown>> = {
	'post.posted': (desk) => desk.post('One more thought'),
	'post.edited': (desk, earlier) => desk.edit(earlier, 'Said better'),
	'post.deleted': (desk, earlier) => desk.remove(earlier)
};

test.for(Object.entries(comesAbout))('%s: a stale thread and the event are the fresh thread', async ([name, happen], { services }) => {
	const desk = await officer(services);
	const earlier = await desk.post('Said before');
	const stale = await desk.load();
	await happen(desk, earlier);
	const missed = await eventsSince(services.sql, stale.stream, stale.seq, 10);
	expect(missed.map((event) => event.name)).toEqual([name]);
	expect(await caughtUp(services, stale, desk)).toEqual(await loadedAnew(stale, desk));
});

test('every event has its case', () => {
	expect(new Set(Object.keys(comesAbout))).toEqual(new Set(eventNames));
});

test('a text too large to travel is fetched', async ({ services }) => {
	const desk = await officer(services);
	const stale = await desk.load();
	const id = await desk.post('ā'.repeat(largestPayload / 2));
	await desk.edit(id, 'ē'.repeat(largestPayload / 2));
	const missed = await eventsSince(services.sql, stale.stream, stale.seq, 10);
	expect(missed.map(({ payload }) => 'doc' in payload && payload.doc)).toEqual([null, null]);
	expect(await caughtUp(services, stale, desk)).toEqual(await loadedAnew(stale, desk));
});

test('a deleted text is in no event that is read later', async ({ services }) => {
	const desk = await officer(services);
	const { stream, seq } = await desk.load();
	const id = await desk.post('a word to forget');
	await desk.edit(id, 'another word to forget');
	await desk.remove(id);
	const replayed = JSON.stringify(await eventsSince(services.sql, stream, seq, 10));
	expect(replayed).not.toContain('to forget');
});

test('whatever was missed, and wherever one was', async ({ services }) => {
	const { slug, person } = await smallNetwork(services);
	const ilze = seated(services, slug, await person('Ilze'));
	const elio = seated(services, slug, await person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' }));
	const step = fc.record({
		what: fc.constantFrom('post', 'edit', 'remove', 'look' as const),
		by: fc.boolean(),
		which: fc.nat(),
		text: fc.string({ minLength: 1, maxLength: 40 })
	});
	const stales: Thread[] = [await ilze.load()];
	const own = new Map<Seated, string[]>([[ilze, []], [elio, []]]);
	for (const { what, by, which, text } of fc.sample(step, { numRuns: 120, seed: 20_17 })) {
		const desk = by ? ilze : elio;
		const mine = own.get(desk) ?? [];
		const id = mine[which % mine.length];
		if (what === 'look') stales.push(await ilze.load());
		else if (what === 'post' || !id) mine.push(await desk.post(`${text} said`));
		else if (what === 'edit') await desk.edit(id, `${text} meant`);
		else {
			await desk.remove(id);
			mine.splice(mine.indexOf(id), 1);
		}
	}
	for (const stale of stales) expect(await caughtUp(services, stale, ilze)).toEqual(await loadedAnew(stale, ilze));
});
