import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { noteRepeated } from '#lib/server/audit/note-repeated.ts';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { issueReset, requestReset, resetPassword } from '#lib/server/auth/reset.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { hashOf } from '#lib/server/auth/token.ts';
import { auditFromTerminal } from '#lib/server/cli/read-audit.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { audit } from '#lib/server/db/schema/streams.ts';
import { asking } from '#lib/server/kit/asking.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { moderationActsBefore } from '#lib/server/moderation/queries.ts';
import { acceptAsNewcomer } from '#lib/server/people/accept.ts';
import { invitePerson } from '#lib/server/people/invite.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { setServices } from '#lib/server/services.ts';
import { actorOf, who } from '../../support/actors.ts';
import type { TestServices } from '../../support/database.ts';
import { expect, test } from '../../support/demo.ts';
import { ask, liveOn } from '../../support/live.ts';
import { saying } from '../../support/saying.ts';

const [password, next] = ['four words for somebody', 'other words for somebody'];
const client = { address: '203.0.113.7', userAgent: null };

async function withPassword({ db }: TestServices): Promise<string> {
	const set = { passwordHash: await hashPassword(password) };
	const [person] = await db.update(people).set(set).where(eq(people.email, who.officer)).returning({ id: people.id });
	return person?.id ?? '';
}

/** What the audit holds of accounts and refusals, in the order in which it was noted. */
async function noted({ db }: TestServices) {
	const rows = await db
		.select()
		.from(audit)
		.where(sql`${audit.subjectKind} in ('account', 'question')`)
		.orderBy(asc(audit.id));
	return rows.map(({ actorId, action, subjectId, reason, times }) => ({ actorId, action, subjectId, reason, times }));
}

/** What is not waited for when it is noted. */
const soon = (demo: TestServices, rows: number) => expect.poll(async () => (await noted(demo)).length).toBe(rows);

test('who signs in, and who fails to, is in the audit by id and reason', async ({ demo }) => {
	const id = await withPassword(demo);
	await signIn(demo, { email: who.officer, password }, client);
	await signIn(demo, { email: who.officer, password: 'not the right one' }, client).catch(() => {});
	await soon(demo, 2);
	const lead = await actorOf(demo, who.lead);
	await suspendPerson(demo, lead, { commandId: randomUUID(), id, reason: 'Wrote to strangers.' });
	await signIn(demo, { email: who.officer, password }, client).catch(() => {});
	await soon(demo, 3);
	const failed = { actorId: null, action: 'account.signInFailed', subjectId: id, times: 1 };
	expect(await noted(demo)).toEqual([
		{ actorId: id, action: 'account.signedIn', subjectId: id, reason: null, times: 1 },
		{ ...failed, reason: 'password' },
		{ ...failed, reason: 'suspended' }
	]);
});

test('an address that nobody has here is not kept', async ({ demo }) => {
	for (const email of ['ilze.private@elsewhere.example', 'secret typed by mistake']) {
		await signIn(demo, { email, password }, client).catch(() => {});
	}
	for (let n = 0; n < 4; n += 1) await requestReset(demo, { email: 'ilze.private@elsewhere.example' }, client.address).catch(() => {});
	await soon(demo, 2);
	expect(await noted(demo)).toMatchObject([
		{ action: 'account.signInFailed', subjectId: 'unknown', reason: 'password' },
		{ action: 'account.resetRefused', subjectId: 'unknown', reason: 'too_many' }
	]);
	expect(JSON.stringify(await demo.db.select().from(audit))).not.toMatch(/elsewhere|mistake|four words/);
});

test('a flood of failures fills a few rows, which say how many there were', async ({ demo }) => {
	const act = { action: 'account.signInFailed', subjectKind: 'account', subjectId: randomUUID(), reason: 'password' };
	for (let n = 0; n < 1500; n += 1) noteRepeated(demo, act);
	noteRepeated(demo, { ...act, subjectId: randomUUID() });
	await soon(demo, 5);
	expect((await noted(demo)).map(({ times }) => times).sort((a, b) => a - b)).toEqual([1, 1, 10, 100, 1000]);
});

test('each change of a password is in the audit, and each that was refused', async ({ demo }) => {
	const id = await withPassword(demo);
	const person = await actorOf(demo, who.officer);
	const { token } = await signIn(demo, { email: who.officer, password }, client);
	const asking = { person, session: hashOf(token), address: client.address };
	await changePassword(demo, asking, { current: 'not the right one', password: next }).catch(() => {});
	await soon(demo, 2);
	await changePassword(demo, asking, { current: password, password: next });
	const link = await issueReset(demo, who.officer);
	await resetPassword(demo, link?.url.split('/').at(-1) ?? '', { password });
	expect((await noted(demo)).slice(1)).toEqual([
		{ actorId: id, action: 'account.passwordChangeFailed', subjectId: id, reason: 'password', times: 1 },
		{ actorId: id, action: 'account.passwordChanged', subjectId: id, reason: null, times: 1 },
		{ actorId: null, action: 'account.resetIssued', subjectId: id, reason: null, times: 1 },
		{ actorId: id, action: 'account.passwordReset', subjectId: id, reason: null, times: 1 }
	]);
	expect(JSON.stringify(await demo.db.select().from(audit))).not.toMatch(/words for/);
});

test('a role is in the audit from the moment somebody has it', async ({ demo }) => {
	const lead = await actorOf(demo, who.lead);
	const guest = { name: 'Jana', email: 'jana@city.example', role: 'officer', city: 'da', locale: 'lv' };
	const { url } = await invitePerson(demo, lead, lead.memberships[0]?.network ?? '', { commandId: randomUUID(), ...guest });
	const newcomer = { name: 'Jana', password, locale: 'lv', timeZone: 'Europe/Riga' };
	const id = await acceptAsNewcomer(demo, url.split('/').at(-1) ?? '', newcomer);
	expect(await noted(demo)).toEqual([{ actorId: id, action: 'account.roleGranted', subjectId: id, reason: 'officer', times: 1 }]);
});

test('what somebody may not do is in the audit by its question, over the line and in forms and pages', async ({ demo }) => {
	setServices(demo);
	const reader = await actorOf(demo, who.reader);
	const lead = await actorOf(demo, who.lead);
	const live = await liveOn(demo);
	const line = await live.line(reader);
	const input = { commandId: randomUUID(), slug: 'coimbra-2017', doc: saying('May I'), lang: 'en' };
	expect(await ask(line, 'command', { name: 'postMessage', input })).toMatchObject({ refused: { code: 'forbidden' } });
	const suspending = () => suspendPerson(demo, reader, { commandId: randomUUID(), id: lead.id, reason: 'They lead too much.' });
	const asked = { actor: reader, asker: { person: reader.id }, retryAfter: null };
	await asking.run(asked, () => asForm(suspending, {}));
	await asking.run(asked, () => asPage(suspending)).catch(() => {});
	await live.close();
	await soon(demo, 3);
	expect(await noted(demo)).toMatchObject([
		{ actorId: reader.id, action: 'account.signedIn' },
		{ actorId: reader.id, action: 'act.refused', subjectId: 'thread.speak', times: 1 },
		{ actorId: reader.id, action: 'act.refused', subjectId: 'person.suspend', times: 1 }
	]);
	expect(JSON.stringify(await demo.db.select().from(audit))).not.toMatch(/May I|too much/);
});

test('leads read what leads did, and nothing of when people sign in', async ({ demo }) => {
	const id = await withPassword(demo);
	await signIn(demo, { email: who.officer, password }, client);
	const lead = await actorOf(demo, who.lead);
	await suspendPerson(demo, lead, { commandId: randomUUID(), id, reason: 'Wrote to strangers.' });
	const { acts } = await moderationActsBefore(demo, lead, { before: null, locale: 'en' });
	expect(acts.map(({ action }) => action)).toEqual(['person.suspended']);
});

test('whoever runs the installation reads the audit at the terminal, of all or of one person', async ({ demo }) => {
	await withPassword(demo);
	await signIn(demo, { email: who.officer, password }, client);
	for (let n = 0; n < 10; n += 1) await signIn(demo, { email: who.officer, password: 'not the right one' }, client).catch(() => {});
	await signIn(demo, { email: 'nobody@nowhere.example', password }, client).catch(() => {});
	await soon(demo, 4);
	const [signedIn, failed, more] = (await auditFromTerminal(demo, { email: ` ${who.officer.toUpperCase()} ` })).split('\n');
	expect(signedIn).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  ${who.officer}  account\\.signedIn  ${who.officer}$`));
	expect(failed).toMatch(new RegExp(`  -  account\\.signInFailed  ${who.officer}  "password"$`));
	expect(more).toContain('(10 times within the hour)');
	expect(await auditFromTerminal(demo, {})).toContain('account.signInFailed  unknown  "password"');
	demo.clock.advance(3 * 24 * 3600);
	expect(await auditFromTerminal(demo, { days: '2' })).toBe('Nothing was noted in the last 2 days.');
	await expect(auditFromTerminal(demo, { days: 'x' })).rejects.toThrow('--days');
	await expect(auditFromTerminal(demo, { email: 'nobody@nowhere.example' })).rejects.toThrow('Nobody');
});
