import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { cityGroup, personGroup } from '#lib/model/access/groups.ts';
import { streams } from '#lib/server/db/schema/streams.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import type { Services } from '#lib/server/services.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { setAudience } from '../../support/change-audience.ts';
import { ask, hungUp, type LiveServer } from '../../support/live.ts';
import { saying } from '../../support/saying.ts';
import type { SmallNetwork } from '../../support/thread.ts';
import { expect, test } from '../../support/two-processes.ts';

const once = () => ({ commandId: randomUUID() });

/** Somebody of the city and somebody of none, who both follow a meeting through both processes. */
async function following(network: SmallNetwork, processes: LiveServer[]) {
	const ilze = await network.person('Ilze');
	const elio = await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	const lines = async (person: Person) => {
		const all = await Promise.all(processes.map(({ line }) => line(person)));
		for (const line of all) expect(await ask(line, 'follow', { stream: network.stream, seq: 0 })).toHaveProperty('ok');
		return all;
	};
	return { ilze, elio, hers: await lines(ilze), his: await lines(elio) };
}

const opens = ({ db }: Services, reader: Person, stream: string) => openThread(db, reader, { stream, locale: 'en', window: {} });

test('an audience that one process narrows cuts the lines to both of those who are out, and neither believes the old one', async ({
	network,
	services,
	other,
	live,
	beside
}) => {
	const { stream, id } = network;
	const { ilze, elio, hers, his } = await following(network, [live, beside]);
	for (const process of [services, other]) await opens(process, elio, stream);
	const gone = his.map(hungUp);
	await setAudience(services, ilze, { ...once(), stream, audience: [cityGroup(id, 'co')] });
	await expect(opens(services, elio, stream)).rejects.toThrow(NotFound);
	expect(await Promise.all(gone)).toEqual(['io server disconnect', 'io server disconnect']);
	for (const process of [services, other]) {
		await expect(opens(process, elio, stream)).rejects.toThrow(NotFound);
		const said = { ...once(), stream, doc: saying('Hear me'), lang: 'en' };
		await expect(postMessage(process, elio, said)).rejects.toThrow(NotFound);
		await opens(process, ilze, stream);
	}
	expect(hers.map(({ connected }) => connected)).toEqual([true, true]);
	for (const process of [live, beside])
		expect(await ask(await process.line(elio), 'follow', { stream, seq: 0 })).toMatchObject({ refused: { code: 'not_found' } });
});

test('an audience that one process widens is believed by the other, and people count what they hear of from now on', async ({
	network,
	services,
	other,
	beside
}) => {
	const { stream, id } = network;
	const ilze = await network.person('Ilze');
	const elio = await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	await setAudience(services, ilze, { ...once(), stream, audience: [cityGroup(id, 'co')] });
	await vi.waitFor(() => expect(opens(other, elio, stream)).rejects.toThrow(NotFound));
	const line = await beside.line(elio);
	const recounts: unknown[] = [];
	line.on('recount', (within: unknown) => recounts.push(within));
	await setAudience(services, ilze, { ...once(), stream, audience: [cityGroup(id, 'co'), personGroup(elio.id)] });
	await vi.waitFor(() => expect(recounts).toHaveLength(1));
	expect(await ask(line, 'follow', { stream, seq: 0 })).toHaveProperty('ok');
});

test('more groups than can be told cut every line to the thread, and who may hear it comes back', async ({
	network,
	services,
	live,
	beside
}) => {
	const { stream } = network;
	const { ilze, elio, hers, his } = await following(network, [beside]);
	const gone = [...hers, ...his].map(hungUp);
	const audience = [personGroup(ilze.id), ...Array.from({ length: 300 }, () => personGroup(randomUUID()))];
	await setAudience(services, ilze, { ...once(), stream, audience });
	await Promise.all(gone);
	expect(await ask(await live.line(ilze), 'follow', { stream, seq: 0 })).toHaveProperty('ok');
	expect(await ask(await beside.line(ilze), 'follow', { stream, seq: 0 })).toHaveProperty('ok');
	expect(await ask(await beside.line(elio), 'follow', { stream, seq: 0 })).toMatchObject({ refused: { code: 'not_found' } });
});

test('a changed audience that was not heard of because listening was broken is made good', async ({ network, other, beside }) => {
	const { hers, his } = await following(network, [beside]);
	const gone = his.map(hungUp);
	// Nobody tells: as if it had happened while the line to the database was down.
	await other.sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		await tx`update streams set audience = ${[cityGroup(network.id, 'co')]} where id = ${network.stream}`;
	});
	await vi.waitFor(async () => {
		const ended =
			await other.sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()`;
		expect(ended.length).toBeGreaterThan(0);
	}, 5000);
	await Promise.all(gone);
	expect(hers.map(({ connected }) => connected)).toEqual([true]);
});

test('who is answered by what was true before the audience changed does not come into the room', async ({ network, services, live }) => {
	const { stream, id } = network;
	const ilze = await network.person('Ilze');
	const line = await live.line(await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' }));
	const heard: unknown[] = [];
	line.on('event', (...events: unknown[]) => heard.push(...events));
	await ask(line, 'unread', {});
	const former = await services.db.select().from(streams).where(eq(streams.id, stream));
	const narrowed = async () => {
		await setAudience(services, ilze, { ...once(), stream, audience: [cityGroup(id, 'co')] });
		return former;
	};
	// The answer to who may hear it is on its way while that changes.
	vi.spyOn(services.db, 'select').mockReturnValueOnce({ from: () => ({ where: narrowed }) } as never);
	expect(await ask(line, 'follow', { stream, seq: 0 })).toMatchObject({ refused: { code: 'not_found' } });
	await postMessage(services, ilze, { ...once(), stream, doc: saying('Among ourselves'), lang: 'en' });
	await ask(line, 'unread', {});
	expect(heard).toEqual([]);
});

test.for(['own', 'other'] as const)(
	'what waits for a stream that is being narrowed is not heard by who is out, whether they were told or not (%s process)',
	{ timeout: 30_000 },
	async (where, { network, services, other, live, beside }) => {
		const { stream, id } = network;
		const { ilze, hers, his } = await following(network, [live, beside]);
		const [by, n] = where === 'own' ? [services, 0] : [other, 1];
		const heard: number[][] = [[], []];
		for (const [at, line] of [hers[n], his[n]].entries()) {
			line?.on('event', (...events: { seq: number }[]) => heard[at]?.push(...events.map(({ seq }) => seq)));
		}
		const gone = his.map(hungUp);
		const narrowed = { ...once(), stream, audience: [cityGroup(id, 'co')], hold: 300, silent: true };
		const changing = setAudience(services, ilze, narrowed);
		await vi.waitFor(async () => {
			const [held] = await services.sql`
				select count(*)::int as n from pg_locks join pg_class on pg_class.oid = relation
				where relname = 'events' and mode = 'RowExclusiveLock' and granted
					and database = (select oid from pg_database where datname = current_database())`;
			expect(held?.n).toBeGreaterThan(0);
		});
		const said = await postMessage(by, ilze, { ...once(), stream, doc: saying('Among us'), lang: 'en' });
		const { seq } = await changing;
		expect(said.seq).toBe(seq + 1);
		await vi.waitFor(() => expect(heard[0]).toEqual([seq, seq + 1]));
		await Promise.all(gone);
		expect(heard[1]).toEqual([]);
	}
);
