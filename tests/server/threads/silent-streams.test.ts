import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { groupsOf } from '#lib/model/access/groups.ts';
import type { DomainEvent } from '#lib/model/events.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { record, recordAll } from '#lib/server/events/record.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { passOverBefore } from '#lib/server/threads/pass-over-before.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, leavePublished, little, once, test, type TestServices } from '../../support/practices.ts';
import { saying } from '../../support/saying.ts';

/** Entries of a library, told and published: things happen in their streams, and nobody says anything. */
const many = 12;

async function library(services: TestServices, ground: Parameters<typeof leavePublished>[1]): Promise<string[]> {
	const ids: string[] = [];
	for (let n = 0; n < many; n += 1) ids.push(await leavePublished(services, ground, little(`Entry ${n}`)));
	return ids.map((id) => `practice:${id}`);
}

/** As `post.posted` is recorded, without a post. */
const said = { name: 'post.posted', payload: {} } as DomainEvent;

const say = (services: TestServices, person: Person, stream: string) =>
	postMessage(services, person, { ...once(), stream, doc: saying('A word'), lang: 'en' });

/** Asked alone, and in the same moment with somebody else. */
async function counted(services: TestServices, person: Person, beside: Person) {
	const alone = await countUnread(services, person);
	const [together] = await Promise.all([countUnread(services, person), countUnread(services, beside)]);
	expect(together).toEqual(alone);
	return alone;
}

test('of a library only the entries of which somebody spoke are counted, and a browser is told of no others', async ({
	services,
	ground
}) => {
	const { ilze, rui } = ground;
	const [spoken = '', later = ''] = await library(services, ground);
	expect(await counted(services, ilze, rui)).toEqual({});
	const { seq } = await say(services, rui, spoken);
	expect(await counted(services, ilze, rui)).toEqual({ [spoken]: [1, seq] });
	expect((await openDesk(services, ilze, 'en')).unread).toMatchObject([{ stream: spoken, count: 1, first: seq }]);
	expect((await openDesk(services, ilze, 'en')).latest).toMatchObject([{ seq, unread: true }]);

	const recording = (stream: string) => ({ stream, event: said, actorId: rui.id, at: new Date() });
	await recordAll(services.db, [recording(spoken), recording(later)]);
	expect(await counted(services, ilze, rui)).toEqual({ [spoken]: [2, seq + 1], [later]: [1, expect.any(Number)] });
});

test('what was hidden and is back counts again, also where nothing else was said', async ({ services, ground }) => {
	const { ilze, rui, marek } = ground;
	const [stream = ''] = await library(services, ground);
	const { id } = await say(services, rui, stream);
	await hidePost(services, marek, { ...once(), id, reason: 'For the test' });
	expect((await counted(services, ilze, rui))[stream]?.[0]).toBe(0);
	await restorePost(services, marek, { ...once(), id });
	expect((await counted(services, ilze, rui))[stream]?.[0]).toBe(1);
});

test('who comes in is noted as having passed over what was said, and nothing of silent streams', async ({ services, ground }) => {
	const { rui, newcomer } = { ...ground, newcomer: { ...ground.ilze, id: randomUUID() } };
	const [spoken = ''] = await library(services, ground);
	await say(services, rui, spoken);
	await services.sql`
		insert into people (id, email, name, locale, time_zone, writing_language, created_at)
		values (${newcomer.id}, 'new@example.org', 'New', 'en', 'UTC', 'en', now())`;
	await services.db.transaction((tx) => passOverBefore(tx, { personId: newcomer.id, groups: groupsOf(newcomer), before: [] }));
	expect(await services.db.execute(sql`select stream from read_states where person_id = ${newcomer.id}`)).toEqual([{ stream: spoken }]);
	expect((await countUnread(services, newcomer))[spoken]?.[0]).toBe(0);
});

test('a post to a stream in which something was said before rewrites its row in place, and no index follows', async ({
	services,
	ground
}) => {
	const [stream = ''] = await library(services, ground);
	await say(services, ground.ilze, stream);
	const written = await services.db.transaction(async (tx) => {
		// Counted by the connection, also what it has done before.
		const counts = async () => {
			const [row] = await tx.execute<{ all: number; inPlace: number }>(sql`
				select pg_stat_get_xact_tuples_updated('streams'::regclass)::int as "all",
					pg_stat_get_xact_tuples_hot_updated('streams'::regclass)::int as "inPlace"`);
			return row ?? { all: 0, inPlace: 0 };
		};
		const before = await counts();
		await record(tx, { stream, event: said, actorId: ground.rui.id, at: new Date() });
		const after = await counts();
		return { all: after.all - before.all, inPlace: after.inPlace - before.inPlace };
	});
	expect(written).toEqual({ all: 1, inPlace: 1 });
});
