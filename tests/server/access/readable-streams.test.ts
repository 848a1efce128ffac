import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { cityGroup, groupsOf, networkGroup, personGroup, roleGroup } from '#lib/model/access/groups.ts';
import { belongsToCity, roles, type Role } from '#lib/model/access/roles.ts';
import { can } from '#lib/model/policy.ts';
import { inReadableStream, readableStreams, readableThreads, spokenThreads } from '#lib/server/access/readable-streams.ts';
import { streams } from '#lib/server/db/schema/streams.ts';
import { openStream } from '#lib/server/events/record.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { requireHearing } from '#lib/server/realtime/rooms.ts';
import { threadAt } from '#lib/server/threads/thread-at.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { smallNetwork } from '../../support/thread.ts';

const elsewhere = randomUUID();

function member(network: string, role: Role, change: Partial<Person> = {}): Person {
	const city = belongsToCity(role) ? 'co' : null;
	const memberships = [{ network, role, city, expertKind: role === 'expert' ? ('lead' as const) : null }];
	return { kind: 'person', id: randomUUID(), name: role, locale: 'en', timeZone: 'UTC', suspended: false, memberships, ...change };
}

/** Everybody there is a column for in the policy's table, and some who are several things. */
function actorsOf(network: string): Record<string, Actor> {
	const [lead, local] = [member(network, 'lead'), member(network, 'local')];
	return {
		visitor,
		...Object.fromEntries(roles.map((role) => [role, member(network, role)])),
		'suspended officer': member(network, 'officer', { suspended: true }),
		'suspended lead': member(network, 'lead', { suspended: true }),
		'lead of another network': member(elsewhere, 'lead'),
		'officer of another city': member(network, 'officer', {
			memberships: [{ network, role: 'officer', city: 'da', expertKind: null }]
		}),
		'lead here and officer elsewhere': { ...lead, memberships: [...lead.memberships, ...member(elsewhere, 'officer').memberships] },
		'local and reader': { ...local, memberships: [...local.memberships, ...member(network, 'reader').memberships] },
		'of nothing': member(network, 'officer', { memberships: [] })
	};
}

function audiencesOf(network: string, actors: Record<string, Actor>): string[][] {
	const some = [actors.reader, actors['suspended lead'], actors['of nothing']].flatMap((actor) =>
		actor?.kind === 'person' ? [personGroup(actor.id)] : []
	);
	const groups = [
		networkGroup(network),
		networkGroup(elsewhere),
		...roles.map((role) => roleGroup(network, role)),
		roleGroup(elsewhere, 'lead'),
		cityGroup(network, 'co'),
		cityGroup(network, 'da'),
		cityGroup(elsewhere, 'co'),
		...some
	];
	return [[], ...groups.map((group) => [group]), [cityGroup(network, 'da'), roleGroup(network, 'lead')], some];
}

async function open({ db }: TestServices, network: string, audience: string[]): Promise<string> {
	const id = randomUUID();
	const stream = `meeting:${id}`;
	await db.transaction((tx) => openStream(tx, { id: stream, network, kind: 'meeting', subjectId: id, audience }));
	// As where something was said: silent ones are not counted for anybody.
	await db.update(streams).set({ spoken: true }).where(eq(streams.id, stream));
	return stream;
}

test('what the database gives to read is what the policy says, for everybody and every audience', async ({ services }) => {
	const { id: network } = await smallNetwork(services);
	const actors = actorsOf(network);
	const audiences = audiencesOf(network, actors);
	const opened: { stream: string; audience: string[] }[] = [];
	for (const audience of audiences) opened.push({ stream: await open(services, network, audience), audience });
	const { db } = services;
	for (const [name, actor] of Object.entries(actors)) {
		const mayRead = opened
			.filter(({ audience }) => can(actor, 'thread.read', { subject: { kind: 'meeting', network, audience } }))
			.map(({ stream }) => stream)
			.sort();
		const asked = sql`id in (select jsonb_array_elements_text(${JSON.stringify(opened.map(({ stream }) => stream))}::jsonb))`;
		const given = async (where: ReturnType<typeof readableStreams>) =>
			(await db.execute<{ id: string }>(sql`select id from streams where ${asked} and ${where} order by id`)).map(({ id }) => id);
		expect(await given(readableStreams(actor)), name).toEqual(mayRead);
		expect(await given(readableThreads(actor)), name).toEqual(mayRead);
		expect(await given(spokenThreads(actor)), name).toEqual(mayRead);
		expect(
			await given(
				sql`id in (select stream from (select id as stream from streams) said where ${inReadableStream(actor, sql`said.stream`)})`
			),
			name
		).toEqual(mayRead);
		const found = await Promise.allSettled(opened.map(({ stream }) => threadAt(db, actor, stream)));
		const at = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value.stream] : []));
		expect(at.sort(), name).toEqual(mayRead);
		const counted = Object.keys(await countUnread(services, actor));
		expect(counted.filter((stream) => opened.some((one) => one.stream === stream)).sort(), name).toEqual(mayRead);
	}
});

test('nobody hears another’s own stream, whatever groups they are in', async ({ services }) => {
	const network = await smallNetwork(services);
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui', { role: 'lead', city: null })];
	expect(await requireHearing(services, ilze, `user:${ilze.id}`)).toBe('unseen');
	for (const actor of [rui, { ...ilze, suspended: true }, visitor]) {
		await expect(requireHearing(services, actor, `user:${ilze.id}`)).rejects.toThrow(NotFound);
	}
	expect(groupsOf({ ...ilze, suspended: true })).toEqual([]);
});
