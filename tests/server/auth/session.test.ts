import { eq } from 'drizzle-orm';
import { visitor } from '#lib/model/access/actor.ts';
import { sessionCookie, tokenIn } from '#lib/server/auth/cookie.ts';
import { actorFromCookies, endOtherSessions, endSession, startSession } from '#lib/server/auth/session.ts';
import { hashOf } from '#lib/server/auth/token.ts';
import { memberships, people, sessions } from '#lib/server/db/schema/people.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';
import type { TestServices } from '../../support/database.ts';

async function come(services: TestServices, email: string) {
	const { id } = await actorOf(services, email);
	const { token } = await startSession(services, id, 'Firefox, Linux');
	return { id, token, cookie: `theme=x; swing=${token}; more=y` };
}

const someDays = 24 * 60 * 60;

test('the cookie of a session says who it is and what they are in the network', async ({ demo }) => {
	const { id, cookie } = await come(demo, who.officer);
	const { actor, session, theme } = await actorFromCookies(demo, cookie);
	expect(actor).toMatchObject({ kind: 'person', id, name: 'Ilze Ozolkalne', locale: 'lv', timeZone: 'Europe/Riga', suspended: false });
	expect(actor.kind === 'person' && actor.memberships).toEqual([
		{ network: expect.any(String), role: 'officer', city: 'da', expertKind: null }
	]);
	expect(session).not.toBeNull();
	expect(theme).toBe('system');
});

test('the table holds no token', async ({ demo }) => {
	const { token } = await come(demo, who.officer);
	const rows = await demo.db.select().from(sessions);
	expect(rows.map(({ id }) => id)).toEqual([hashOf(token)]);
	expect(JSON.stringify(rows)).not.toContain(token);
	expect((await actorFromCookies(demo, `swing=${hashOf(token)}`)).actor).toEqual(visitor);
});

test('nonsense in the cookie is a visitor', async ({ demo }) => {
	for (const cookie of [null, undefined, '', 'swing=', 'swing=%00', `swing=${'x'.repeat(9000)}`, 'swing', '=;=;', 'swing=\u0000']) {
		expect((await actorFromCookies(demo, cookie)).actor).toEqual(visitor);
	}
});

test('over https only the guarded cookie counts', () => {
	expect(sessionCookie(true)).toBe('__Host-swing');
	expect(tokenIn('swing=planted', true)).toBeNull();
	expect(tokenIn('swing=planted; __Host-swing=own', true)).toBe('own');
	expect(tokenIn('__Host-swing=of another transport', false)).toBeNull();
	expect(tokenIn('swing=own', false)).toBe('own');
});

test('a session slides: used it lives on, unused it ends after thirty days', async ({ demo }) => {
	const { cookie } = await come(demo, who.officer);
	demo.clock.advance(20 * someDays);
	expect((await actorFromCookies(demo, cookie)).renewedUntil).not.toBeNull();
	demo.clock.advance(20 * someDays);
	expect((await actorFromCookies(demo, cookie)).actor.kind).toBe('person');
	demo.clock.advance(31 * someDays);
	expect((await actorFromCookies(demo, cookie)).actor).toEqual(visitor);
});

test('when it was last seen is written once in a few minutes', async ({ demo }) => {
	const { cookie } = await come(demo, who.officer);
	const seen = async () => (await demo.db.select().from(sessions))[0]?.lastSeenAt.toISOString();
	const first = await seen();
	demo.clock.advance(60);
	await actorFromCookies(demo, cookie);
	expect(await seen()).toBe(first);
	demo.clock.advance(600);
	await actorFromCookies(demo, cookie);
	expect(await seen()).toBe(demo.clock.now().toISOString());
});

test('a membership that has ended is gone from the actor at once', async ({ demo }) => {
	const { id, cookie } = await come(demo, who.officer);
	await demo.db.update(memberships).set({ endsAt: demo.clock.now() }).where(eq(memberships.personId, id));
	const { actor } = await actorFromCookies(demo, cookie);
	expect(actor).toMatchObject({ kind: 'person', memberships: [] });
});

test('a suspended person is known to be suspended', async ({ demo }) => {
	const { id, cookie } = await come(demo, who.officer);
	await demo.db.update(people).set({ suspendedAt: demo.clock.now() }).where(eq(people.id, id));
	expect((await actorFromCookies(demo, cookie)).actor).toMatchObject({ suspended: true });
});

test('ending sessions tells which, so that their sockets close', async ({ demo }) => {
	const here = await come(demo, who.officer);
	const there = await come(demo, who.officer);
	const another = await come(demo, who.expert);
	const heard: string[][] = [];
	demo.sessionsEnded.listen((ids) => heard.push(ids));
	expect(await endOtherSessions(demo, here.id, hashOf(here.token))).toBe(1);
	await endSession(demo, hashOf(another.token));
	expect(heard).toEqual([[hashOf(there.token)], [hashOf(another.token)]]);
	expect((await actorFromCookies(demo, there.cookie)).actor).toEqual(visitor);
	expect((await actorFromCookies(demo, here.cookie)).actor.kind).toBe('person');
	expect(await endOtherSessions(demo, here.id, hashOf(here.token))).toBe(0);
});

test('sessions that have ended are swept up when their owner comes again', async ({ demo }) => {
	await come(demo, who.officer);
	demo.clock.advance(31 * someDays);
	await come(demo, who.officer);
	expect(await demo.db.select().from(sessions)).toHaveLength(1);
});
