import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import type { Person } from '#lib/model/access/actor.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { partners } from '#lib/server/db/schema/networks.ts';
import { memberships } from '#lib/server/db/schema/people.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { changeProfile } from '#lib/server/people/profile.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { createIndexer } from '#lib/server/search/index/indexer.ts';
import { nextBatch } from '#lib/server/search/index/next-batch.ts';
import { reindex } from '#lib/server/search/index/reindex.ts';
import { expect, servicesOn, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

const quiet = pino({ level: 'silent' });
const brought = ({ sql }: TestServices) => catchUp(sql, quiet, { most: 3, rest: 0 });

async function desk(services: TestServices) {
	const network = await smallNetwork(services);
	const [lead, ilze] = [await network.person('Marek', { role: 'lead' }), await network.person('Ilze')];
	return {
		...network,
		lead,
		ilze,
		say: async (text: string, by: Person = ilze) =>
			(await postInMeeting(services, by, { commandId: randomUUID(), slug: network.slug, doc: saying(text), lang: 'en' })).id
	};
}

/** Kinds of what stands in the index under a word exactly as written, and whether it is offered for mistyped ones. */
async function under({ sql }: TestServices, word: string): Promise<{ kinds: string[]; offered: boolean }> {
	const rows = await sql<{ kind: string }[]>`select kind from search_entries where words @@ ${`'=${word}'`}::tsquery order by kind`;
	const [listed] = await sql`select from search_words where word = ${word}`;
	return { kinds: rows.map(({ kind }) => kind), offered: listed !== undefined };
}
const nowhere = { kinds: [], offered: false };
const inAPost = { kinds: ['post'], offered: true };

test('everything that exists is found by its words after the first start', async ({ services }) => {
	const { say } = await desk(services);
	await say('The lighthouse keeper’s budget');
	await brought(services);
	expect(await under(services, 'lighthouse')).toEqual(inAPost);
	expect(await under(services, 'ilze')).toEqual({ kinds: ['person'], offered: true });
	expect(await under(services, 'coimbra')).toEqual({ kinds: ['city', 'meeting', 'person', 'person'], offered: true });
	expect(await nextBatch(services.sql, { most: 10 })).toBe(0);
});

test('an edited text is found by its new words and no longer by its old ones', async ({ services }) => {
	const { ilze, say } = await desk(services);
	const id = await say('A lighthouse');
	await brought(services);
	await editPost(services, ilze, { commandId: randomUUID(), id, revision: 1, doc: saying('A windmill'), lang: 'en' });
	await brought(services);
	expect([await under(services, 'lighthouse'), await under(services, 'windmill')]).toEqual([nowhere, inAPost]);
});

test('hidden and deleted texts leave the index with their words; what others say too stays offered', async ({ services }) => {
	const { lead, ilze, say } = await desk(services);
	const [hidden, deleted] = [await say('A lighthouse by the harbour'), await say('Another lighthouse')];
	await brought(services);
	await hidePost(services, lead, { commandId: randomUUID(), id: hidden, reason: 'Not here' });
	await brought(services);
	expect([await under(services, 'harbour'), await under(services, 'lighthouse')]).toEqual([nowhere, inAPost]);
	await deletePost(services, ilze, { commandId: randomUUID(), id: deleted });
	await brought(services);
	expect(await under(services, 'lighthouse')).toEqual(nowhere);
	await restorePost(services, lead, { commandId: randomUUID(), id: hidden });
	await brought(services);
	expect(await under(services, 'harbour')).toEqual(inAPost);
});

test('who is called otherwise, has joined or has left is found so', async ({ services }) => {
	const { ilze, id } = await desk(services);
	await brought(services);
	await changeProfile(services, ilze, { name: 'Ilze Ozolkalne', locale: 'lv', timeZone: 'Europe/Riga', theme: 'system' });
	await brought(services);
	expect(await under(services, 'ozolkalne')).toEqual({ kinds: ['person'], offered: true });
	await services.db.update(memberships).set({ endsAt: services.clock.now() }).where(eq(memberships.personId, ilze.id));
	await brought(services);
	expect(await under(services, 'ozolkalne')).toEqual(nowhere);
	await services.db.insert(memberships).values({
		id: randomUUID(),
		personId: ilze.id,
		networkId: id,
		role: 'expert',
		expertKind: 'adhoc',
		startsAt: services.clock.now()
	});
	await brought(services);
	expect(await under(services, 'ozolkalne')).toEqual({ kinds: ['person'], offered: true });
});

test('a renamed city takes its meetings and its people with it', async ({ services }) => {
	await desk(services);
	await brought(services);
	await services.db.update(partners).set({ name: { en: 'Aeminium', lv: 'Eminija' } });
	await services.db.update(meetings).set({ theme: { en: 'Aqueducts' } });
	await brought(services);
	expect(await under(services, 'coimbra')).toEqual(nowhere);
	expect((await under(services, 'eminija')).kinds).toEqual(['city', 'meeting', 'person', 'person']);
	expect((await under(services, 'aqueducts')).kinds).toEqual(['meeting']);
});

test('a running server indexes soon after the write, also what another process wrote', async ({ services, database }) => {
	const other = servicesOn(database);
	await services.feed.start();
	const { say } = await desk(services);
	const [here, there] = [createIndexer(services, { soon: 5 }), createIndexer(other, { soon: 5, tick: 50 })];
	await Promise.all([here.start(), there.start()]);
	await Promise.all(Array.from({ length: 12 }, (_, n) => say(`A lighthouse and number${n}`)));
	await expect.poll(async () => (await under(services, 'lighthouse')).kinds.length, { timeout: 10_000 }).toBe(12);
	await here.stop();
	await say('A windmill');
	await expect.poll(() => under(services, 'windmill'), { timeout: 10_000 }).toEqual(inAPost);
	await there.stop();
	await other.close();
});

test('what cannot be indexed is passed over and holds up nothing', async ({ services }) => {
	const { say } = await desk(services);
	const broken = await say('A lighthouse');
	await say('A windmill');
	await services.sql`update posts set doc = '{"type":"doc"}' where id = ${broken}`;
	await brought(services);
	expect(await under(services, 'windmill')).toEqual(inAPost);
	expect(await nextBatch(services.sql, { most: 10 })).toBe(0);
});

test('made anew it is the same; made by two at a time too', async ({ services, database }) => {
	const { say } = await desk(services);
	for (const word of ['lighthouse', 'windmill', 'harbour', 'aqueduct']) await say(`A ${word} of the city`);
	const all = () => services.sql`select kind, subject_id, words::text from search_entries order by kind, subject_id`;
	await brought(services);
	const before = [...(await all())];
	expect(before.length).toBeGreaterThan(7);
	await reindex({ sql: services.sql, log: quiet });
	expect([...(await all())]).toEqual(before);
	const other = servicesOn(database);
	await Promise.all([reindex({ sql: services.sql, log: quiet }), reindex({ sql: other.sql, log: quiet })]);
	expect([...(await all())]).toEqual(before);
	await other.close();
});
