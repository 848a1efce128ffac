import { actorFromCookies, startSession } from '#lib/server/auth/session.ts';
import { issueReset, requestReset, resetIsOpen, resetPassword } from '#lib/server/auth/reset.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { passwordResets } from '#lib/server/db/schema/people.ts';
import { Conflict, Invalid, TooMany } from '#lib/server/platform/errors.ts';
import { newPasswordFromTerminal } from '#lib/server/cli/new-password.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';
import type { TestServices } from '../../support/database.ts';

const client = { address: '203.0.113.7', userAgent: null };
const password = 'new words for somebody';

async function tokenFor(services: TestServices, email: string): Promise<string> {
	const link = await issueReset(services, email);
	return link?.url.split('/').at(-1) ?? '';
}

test('the email is in the language of its reader and carries the link', async ({ demo, emails }) => {
	await requestReset(demo, { email: who.officer }, client.address);
	await demo.mail.sendDue();
	expect(emails).toHaveLength(1);
	expect(emails[0]).toMatchObject({ address: who.officer, lang: 'lv', subject: 'Jauna parole darbgaldam Swing' });
	expect(emails[0]?.text).toMatch(/Sveicināti, Ilze Ozolkalne[^]+https:\/\/desk\.example\.org\/reset\/[\w-]{43}\n/);
});

test('an unknown address gets the same answer and no email', async ({ demo, emails }) => {
	await expect(requestReset(demo, { email: 'nobody@nowhere.example' }, client.address)).resolves.toBeUndefined();
	await requestReset(demo, { email: who.expert }, client.address);
	await demo.mail.sendDue();
	expect(emails).toHaveLength(1);
	expect(emails[0]?.address).toBe(who.expert);
});

test('one account gets three letters an hour, from wherever they are asked for, and an unknown one is answered alike', async ({
	demo,
	emails
}) => {
	for (const email of [who.officer, 'nobody@nowhere.example']) {
		for (let n = 0; n < 3; n += 1) await requestReset(demo, { email }, `198.51.100.${n}`);
		const refused = await requestReset(demo, { email: ` ${email.toUpperCase()}` }, '198.51.100.9').catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(TooMany);
		expect((refused as TooMany).retryAfter).toBeLessThanOrEqual(3600);
	}
	await requestReset(demo, { email: who.expert }, '198.51.100.9');
	await demo.mail.sendDue();
	expect(emails.map(({ address }) => address).sort()).toEqual([who.expert, who.officer, who.officer, who.officer].sort());
});

test('the link sets a password once and ends every session', async ({ demo }) => {
	const { id } = await actorOf(demo, who.officer);
	const { token: session } = await startSession(demo, id, '');
	const [token, second] = [await tokenFor(demo, who.officer), await tokenFor(demo, who.officer)];
	expect(await resetIsOpen(demo, token)).toBe(true);
	await resetPassword(demo, token, { password });
	expect((await actorFromCookies(demo, `swing=${session}`)).actor.kind).toBe('visitor');
	await expect(signIn(demo, { email: who.officer, password }, client)).resolves.toHaveProperty('token');
	expect(await resetIsOpen(demo, token)).toBe(false);
	expect(await resetIsOpen(demo, second)).toBe(false);
	await expect(resetPassword(demo, token, { password })).rejects.toEqual(new Conflict('link_used_up'));
});

test('two tries with one link at the same time set one password', async ({ demo }) => {
	const token = await tokenFor(demo, who.officer);
	const tries = await Promise.allSettled(
		['first words for me', 'second words for me'].map((own) => resetPassword(demo, token, { password: own }))
	);
	expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a refused password leaves the link as it was', async ({ demo }) => {
	const token = await tokenFor(demo, who.officer);
	for (const wrong of [
		'short',
		'x'.repeat(201),
		'ilze.ozolkalne',
		'Daugavpils1',
		'password12345',
		'aaaaaaaaaaaa',
		' '.repeat(12),
		undefined,
		7
	]) {
		await expect(resetPassword(demo, token, { password: wrong })).rejects.toBeInstanceOf(Invalid);
	}
	expect(await resetIsOpen(demo, token)).toBe(true);
});

test('the link holds an hour, and the table does not hold the link', async ({ demo }) => {
	const token = await tokenFor(demo, who.officer);
	expect(JSON.stringify(await demo.db.select().from(passwordResets))).not.toContain(token);
	demo.clock.advance(3599);
	expect(await resetIsOpen(demo, token)).toBe(true);
	demo.clock.advance(2);
	expect(await resetIsOpen(demo, token)).toBe(false);
	await expect(resetPassword(demo, token, { password })).rejects.toBeInstanceOf(Conflict);
	expect(await resetIsOpen(demo, '\u0000')).toBe(false);
});

test('without mail the administrator gets the link at the terminal', async ({ demo }) => {
	const said = await newPasswordFromTerminal(demo, ` ${who.officer.toUpperCase()} `);
	const token = /\/reset\/([\w-]+)$/.exec(said)?.[1] ?? '';
	await resetPassword(demo, token, { password });
	await expect(signIn(demo, { email: who.officer, password }, client)).resolves.toHaveProperty('token');
	await expect(newPasswordFromTerminal(demo, 'nobody@nowhere.example')).rejects.toThrow('nobody@nowhere.example');
	await expect(newPasswordFromTerminal(demo)).rejects.toThrow('Nobody');
});
