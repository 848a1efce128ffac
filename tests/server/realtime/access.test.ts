import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { endOtherSessions } from '#lib/server/auth/session.ts';
import { watchAccess } from '#lib/server/access/watch-access.ts';
import { hashOf } from '#lib/server/auth/token.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import type { Services } from '#lib/server/services.ts';
import { ask, cookieOf, hungUp } from '../../support/live.ts';
import { saying } from '../../support/saying.ts';
import { expect, test } from '../../support/two-processes.ts';

/** Lets the database itself hang up on whoever listens. */
async function cutListening({ sql }: Services): Promise<void> {
	await vi.waitFor(async () => {
		const ended =
			await sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()`;
		expect(ended.length).toBeGreaterThan(0);
	}, 5000);
}

test('who is suspended through one process loses the lines to all of them at once, and nobody else does', async ({
	network,
	other,
	live,
	beside,
	services
}) => {
	const [ilze, elio] = [await network.person('Ilze'), await network.person('Elio')];
	const cookie = await cookieOf(services, ilze);
	const lines = [await live.lineWith(cookie), await beside.lineWith(cookie)];
	const staying = [await live.line(elio), await beside.line(elio)];
	for (const line of lines) expect(await ask(line, 'follow', { stream: network.stream, seq: 0 })).toEqual({ ok: { events: [] } });
	const gone = lines.map(hungUp);
	await other.db.update(people).set({ suspendedAt: other.clock.now() }).where(eq(people.id, ilze.id));
	expect(await Promise.all(gone)).toEqual(['io server disconnect', 'io server disconnect']);
	await expect(live.lineWith(cookie)).rejects.toThrow('signed_out');
	expect(staying.map(({ connected }) => connected)).toEqual([true, true]);
});

test('nobody slips out of the room by which their line is cut', async ({ network, live, services }) => {
	const ilze = await network.person('Ilze');
	const line = await live.line(ilze);
	const [session] = await services.sql<{ id: string }[]>`select id from sessions`;
	for (const stream of [`person/${ilze.id}`, `session/${session?.id}`]) line.emit('leave', { stream });
	await ask(line, 'follow', { stream: network.stream, seq: 0 });
	const gone = hungUp(line);
	services.personChanged.announce(ilze.id);
	expect(await gone).toBe('io server disconnect');
});

test('who gets another role comes back as what they are then', async ({ network, other, live, services }) => {
	const reader = await network.person('Claire', { role: 'reader', city: null });
	const cookie = await cookieOf(services, reader);
	const line = await live.lineWith(cookie);
	const say = {
		name: 'postMessage',
		input: { commandId: crypto.randomUUID(), slug: network.slug, doc: saying('Now I may'), lang: 'en' }
	};
	expect(await ask(line, 'command', say)).toEqual({ refused: { code: 'forbidden' } });
	const gone = hungUp(line);
	await other.db.update(memberships).set({ role: 'expert', expertKind: 'adhoc' }).where(eq(memberships.personId, reader.id));
	await gone;
	expect(await ask(await live.lineWith(cookie), 'command', say)).toMatchObject({ ok: { seq: 1 } });
});

test('what one person wrote is not taken over the line of another, and waits for its writer', async ({ network, live, services }) => {
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const say = {
		name: 'postMessage',
		input: { commandId: crypto.randomUUID(), slug: network.slug, doc: saying('Ilze’s own words'), lang: 'en' },
		by: ilze.id
	};
	expect(await ask(await live.line(rui), 'command', say)).toEqual({ refused: { code: 'other_person' } });
	expect(await services.sql`select 1 from posts`).toHaveLength(0);
	expect(await ask(await live.line(ilze), 'command', say)).toMatchObject({ ok: { seq: 1 } });
	expect(await services.sql`select author_id from posts`).toEqual([{ author_id: ilze.id }]);
});

test('a session that another process ends takes its line with it, the person’s others stay', async ({ network, other, live, services }) => {
	const ilze = await network.person('Ilze');
	const [here, there] = [await cookieOf(services, ilze), await cookieOf(services, ilze)];
	const [staying, leaving] = [await live.lineWith(here), await live.lineWith(there)];
	const gone = hungUp(leaving);
	await endOtherSessions(other, ilze.id, hashOf(here.slice('swing='.length)));
	await gone;
	expect(staying.connected).toBe(true);
});

test('what was not heard because listening was broken is made good', async ({ network, other, live }) => {
	const [suspended, removed, signedOut, inOrder] = [
		await network.person('Suspended'),
		await network.person('Removed'),
		await network.person('Signed out'),
		await network.person('In order')
	];
	const staying = await live.line(inOrder);
	const gone = [];
	for (const person of [suspended, removed, signedOut]) gone.push(hungUp(await live.line(person)));
	// Nobody tells: as if it had happened while the line to the database was down.
	await other.sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		await tx`update people set suspended_at = ${other.clock.now()} where id = ${suspended.id}`;
		await tx`update memberships set ends_at = starts_at where person_id = ${removed.id}`;
		await tx`delete from sessions where person_id = ${signedOut.id}`;
	});
	await cutListening(other);
	await Promise.all(gone);
	expect(staying.connected).toBe(true);
});

test('listening comes back by itself, as often as it breaks', { timeout: 30_000 }, async ({ network, other, live, services }) => {
	const ilze = await network.person('Ilze');
	const cookie = await cookieOf(services, ilze);
	for (const role of ['coordinator', 'officer', 'coordinator'] as const) {
		const line = await live.lineWith(cookie);
		const gone = hungUp(line);
		await cutListening(other);
		await other.db.update(memberships).set({ role });
		expect(await gone).toBe('io server disconnect');
	}
});

test('memberships that begin or end, and sessions that run out, by time alone are noticed at the next look', async ({ network, other }) => {
	const [beginner, leaver, stayer] = [await network.person('Beginner'), await network.person('Leaver'), await network.person('Stayer')];
	const lasting = (person: Person, startsAt: string, endsAt: string) =>
		other.db
			.update(memberships)
			.set({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
			.where(eq(memberships.personId, person.id));
	await lasting(beginner, '2026-11-20T09:00:10Z', '2026-12-01T09:00:00Z');
	await lasting(leaver, '2026-11-01T09:00:00Z', '2026-11-20T09:00:10Z');
	await lasting(stayer, '2026-11-01T09:00:00Z', '2026-11-20T10:00:00Z');
	const cookie = await cookieOf(other, stayer);
	await other.sql`update sessions set expires_at = '2026-11-20T09:00:10Z'`;
	const changed = new Set<string>();
	const ended: string[] = [];
	other.personChanged.listen((id) => changed.add(id));
	other.sessionsEnded.listen((ids) => ended.push(...ids));
	const watch = watchAccess(other, { connected: () => [], followed: () => [] }, { every: 20 });
	await watch.start();
	other.clock.advance(15);
	await vi.waitFor(() => expect(changed).toEqual(new Set([beginner.id, leaver.id])));
	expect(ended).toEqual([hashOf(cookie.slice('swing='.length))]);
	await watch.stop();
});

test('who is taken out while the line is being opened does not get it', async ({ network, services, live }) => {
	const ilze = await network.person('Ilze');
	const cookie = await cookieOf(services, ilze);
	const now = services.clock.now.bind(services.clock);
	let looks = 0;
	const look = vi.spyOn(services.clock, 'now').mockImplementation(() => {
		looks += 1;
		return now();
	});
	await live.lineWith(cookie);
	const usual = looks;
	look.mockImplementationOnce(() => {
		services.personChanged.announce(ilze.id);
		looks += 1;
		return now();
	});
	await live.lineWith(cookie);
	expect(looks, 'asked a second time').toBe(3 * usual);
});
