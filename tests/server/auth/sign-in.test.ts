import { eq } from 'drizzle-orm';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { ownSessions } from '#lib/server/auth/own-sessions.ts';
import { passwordFits, hashPassword } from '#lib/server/auth/password.ts';
import { tellsOwner } from '#lib/server/auth/password-rules.ts';
import { actorFromCookies } from '#lib/server/auth/session.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { hashOf } from '#lib/server/auth/token.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { Forbidden, Invalid, TooMany } from '#lib/server/platform/errors.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';
import { rubbish } from '../../support/rubbish.ts';
import type { TestServices } from '../../support/database.ts';

const password = 'four words for somebody';
const client = { address: '203.0.113.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

async function withPassword(services: TestServices, email: string): Promise<void> {
	await services.db
		.update(people)
		.set({ passwordHash: await hashPassword(password) })
		.where(eq(people.email, email));
}

test('the right password opens a session, however the address is written', async ({ demo }) => {
	await withPassword(demo, who.officer);
	for (const email of [who.officer, ` ${who.officer.toUpperCase()} `]) {
		const { token } = await signIn(demo, { email, password }, client);
		const { actor } = await actorFromCookies(demo, `swing=${token}`);
		expect(actor).toMatchObject({ name: 'Ilze Ozolkalne' });
	}
});

test('a wrong password, an unknown address and a person without password are refused alike', async ({ demo }) => {
	await withPassword(demo, who.officer);
	const refused = new Invalid([{ field: '', code: 'no_match' }]);
	await expect(signIn(demo, { email: who.officer, password: 'not the right one' }, client)).rejects.toEqual(refused);
	await expect(signIn(demo, { email: 'nobody@nowhere.example', password }, client)).rejects.toEqual(refused);
	await expect(signIn(demo, { email: who.expert, password }, client)).rejects.toEqual(refused);
});

test('after ten wrong attempts the account rests for that address only, and the answer says how long', async ({ demo }) => {
	await withPassword(demo, who.officer);
	for (let n = 0; n < 10; n += 1) {
		await expect(signIn(demo, { email: who.officer, password: 'not the right one' }, client)).rejects.toBeInstanceOf(Invalid);
	}
	const refused = await signIn(demo, { email: who.officer, password }, client).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(TooMany);
	expect(refused).toMatchObject({ retryAfter: expect.any(Number) });
	const other = { ...client, address: '203.0.113.8' };
	await expect(signIn(demo, { email: who.officer, password }, other)).resolves.toHaveProperty('token');
	await withPassword(demo, who.expert);
	await expect(signIn(demo, { email: who.expert, password }, client)).resolves.toHaveProperty('token');
});

test('fifty people sign in from behind one address', async ({ demo }) => {
	const passwordHash = await hashPassword(password);
	await demo.db.update(people).set({ passwordHash });
	const cast = await demo.db.select({ email: people.email }).from(people);
	for (let round = 0; round < 3; round += 1) {
		for (const { email } of cast) await expect(signIn(demo, { email, password }, client)).resolves.toHaveProperty('token');
	}
});

test('a suspended person learns so only with the right password', async ({ demo }) => {
	await withPassword(demo, who.officer);
	await demo.db.update(people).set({ suspendedAt: demo.clock.now() }).where(eq(people.email, who.officer));
	await expect(signIn(demo, { email: who.officer, password: 'not the right one' }, client)).rejects.toBeInstanceOf(Invalid);
	await expect(signIn(demo, { email: who.officer, password }, client)).rejects.toBeInstanceOf(Forbidden);
});

test('rubbish is refused with a reason', async ({ demo }) => {
	for (const email of rubbish) {
		await expect(signIn(demo, { email, password: 'x' }, client)).rejects.toBeInstanceOf(Invalid);
		await expect(signIn(demo, { email: who.officer, password: email === 'null' ? '' : email }, client)).rejects.toBeInstanceOf(Error);
	}
});

test('the hash is argon2id at the recommended cost, and one never fits another', async () => {
	const hash = await hashPassword(password);
	expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await passwordFits(hash, password)).toBe(true);
	expect(await passwordFits(hash, `${password} `)).toBe(false);
	expect(await passwordFits(null, 'nobody has this password')).toBe(false);
	expect(await passwordFits(await hashPassword('Ļoti ģērbta parole'.normalize('NFD')), 'Ļoti ģērbta parole')).toBe(true);
});

test('a password that is little more than its owner is noticed', () => {
	const owner = { name: 'Ilze Ozolkalne', email: who.officer };
	for (const weak of ['Ilze Ozolkalne', 'ilzeozolkalne1', 'ILZE.OZOLKALNE', who.officer]) expect(tellsOwner(weak, owner)).toBe(true);
	for (const fine of ['four words for somebody', 'Ilze likes long walks by the river']) expect(tellsOwner(fine, owner)).toBe(false);
});

test('changing the password needs the current one and signs out everywhere else', async ({ demo }) => {
	await withPassword(demo, who.officer);
	const person = await actorOf(demo, who.officer);
	const here = await signIn(demo, { email: who.officer, password }, client);
	const there = await signIn(demo, { email: who.officer, password }, { ...client, userAgent: null });
	const asking = { person, session: hashOf(here.token), address: client.address };
	expect(await ownSessions(demo, person, asking.session)).toMatchObject([{ here: expect.any(Boolean) }, { here: expect.any(Boolean) }]);
	const next = 'other words for somebody';
	await expect(changePassword(demo, asking, { current: 'wrong one it is', password: next })).rejects.toEqual(
		new Invalid([{ field: 'current', code: 'no_match' }])
	);
	await expect(changePassword(demo, asking, { current: password, password: 'short' })).rejects.toEqual(
		new Invalid([{ field: 'password', code: 'too_short' }])
	);
	await expect(changePassword(demo, asking, { current: password, password: 'ilze.ozolkalne' })).rejects.toEqual(
		new Invalid([{ field: 'password', code: 'tells_owner' }])
	);
	await changePassword(demo, asking, { current: password, password: next });
	expect(await ownSessions(demo, person, asking.session)).toEqual([
		{ device: 'Firefox, Linux', since: expect.any(String), lastSeen: expect.any(String), here: true }
	]);
	expect((await actorFromCookies(demo, `swing=${there.token}`)).actor.kind).toBe('visitor');
	await expect(signIn(demo, { email: who.officer, password }, client)).rejects.toBeInstanceOf(Invalid);
	await expect(signIn(demo, { email: who.officer, password: next }, client)).resolves.toHaveProperty('token');
});
