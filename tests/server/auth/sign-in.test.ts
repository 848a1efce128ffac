import { eq } from 'drizzle-orm';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { ownSessions } from '#lib/server/auth/own-sessions.ts';
import { passwordFits, hashPassword } from '#lib/server/auth/password.ts';
import { attempts } from '#lib/server/auth/attempts.ts';
import { deviceToken } from '#lib/server/auth/known-device.ts';
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

/** Attempts that fail, each from a place of its own. */
async function guessElsewhere(services: TestServices, account: string, times: number): Promise<void> {
	for (let n = 0; n < times; n += 1) await attempts(services).password.count({ account, address: `198.51.100.${n}` });
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

test('one account is guessed at from many places no more than twenty-five times, whether it exists or not', async ({ demo }) => {
	await withPassword(demo, who.officer);
	for (const email of [who.officer, 'nobody@nowhere.example']) {
		await guessElsewhere(demo, email, 24);
		const guess = () => signIn(demo, { email, password: 'not the right one' }, client).catch((error: unknown) => error);
		expect(await guess()).toBeInstanceOf(Invalid);
		const refused = await guess();
		expect(refused).toBeInstanceOf(TooMany);
		expect((refused as TooMany).retryAfter).toBeGreaterThan(5 * 3600);
	}
});

test('whoever guesses does not keep the owner out of a browser where they have signed in before', async ({ demo }) => {
	await withPassword(demo, who.officer);
	const { personId } = await signIn(demo, { email: who.officer, password }, client);
	const device = await deviceToken(demo, personId);
	await guessElsewhere(demo, who.officer, 25);
	await expect(signIn(demo, { email: who.officer, password }, client)).rejects.toBeInstanceOf(TooMany);
	await expect(signIn(demo, { email: who.officer, password }, { ...client, device })).resolves.toHaveProperty('token');
});

test('a browser that an account knows may guess ten times too, and is known to no other account', async ({ demo }) => {
	for (const email of [who.officer, who.expert]) await withPassword(demo, email);
	const { personId } = await signIn(demo, { email: who.officer, password }, client);
	const device = await deviceToken(demo, personId);
	const guess = (email: string, n: number) =>
		signIn(demo, { email, password: 'not the right one' }, { address: `198.51.100.${n}`, userAgent: null, device }).catch(
			(error: unknown) => error
		);
	const own = [];
	for (let n = 0; n < 11; n += 1) own.push(await guess(who.officer, n));
	expect(own.slice(0, 10).every((error) => error instanceof Invalid)).toBe(true);
	expect(own.at(-1)).toBeInstanceOf(TooMany);
	await guessElsewhere(demo, who.expert, 25);
	expect(await guess(who.expert, 200)).toBeInstanceOf(TooMany);
	for (const forged of ['', 'x', `${device}x`, device.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a'))]) {
		await expect(signIn(demo, { email: who.expert, password }, { ...client, device: forged })).rejects.toBeInstanceOf(TooMany);
	}
});

test('a household of IPv6 is one place, however many addresses it has', async ({ demo }) => {
	await withPassword(demo, who.officer);
	const from = (place: string, n: number) => ({ address: `2001:db8:0:${place}::${n.toString(16)}`, userAgent: null });
	for (let n = 1; n <= 10; n += 1) {
		await expect(signIn(demo, { email: who.officer, password: 'not the right one' }, from('a', n))).rejects.toBeInstanceOf(Invalid);
	}
	await expect(signIn(demo, { email: who.officer, password }, from('a', 11))).rejects.toBeInstanceOf(TooMany);
	await expect(signIn(demo, { email: who.officer, password }, from('b', 1))).resolves.toHaveProperty('token');
});

test('who signs in again and again does not use up what the account may try', async ({ demo }) => {
	await withPassword(demo, who.officer);
	await guessElsewhere(demo, who.officer, 24);
	for (let n = 0; n < 3; n += 1) {
		await expect(signIn(demo, { email: who.officer, password }, client)).resolves.toHaveProperty('token');
	}
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
	for (const close of ['ilze.ozolkalne', 'Daugavpils1', 'Vulverhemptona', 'Gen-Y City'])
		await expect(changePassword(demo, asking, { current: password, password: close }), close).rejects.toEqual(
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
