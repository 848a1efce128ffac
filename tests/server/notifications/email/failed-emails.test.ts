import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import type { Locale } from '#lib/i18n/locales.ts';
import { plugIn } from '#lib/server/boot/plug-in.ts';
import { fillMailKinds } from '#lib/server/db/kinds.ts';
import { mails } from '#lib/server/db/schema/mail.ts';
import { Forbidden } from '#lib/server/platform/errors.ts';
import { emailTemplates, type EmailTemplate } from '#lib/server/mail/template.ts';
import { none } from '#lib/server/noun.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { notificationsServer } from '#lib/server/notifications/noun.ts';
import { failedEmails } from '#lib/server/notifications/email/failed-emails.ts';
import { mailTrouble } from '#lib/server/notifications/email/mail-trouble.ts';
import { actorOf, who } from '../../../support/actors.ts';
import { expect, test } from '../../../support/demo.ts';

test('leads read which emails were given up, and nobody else does', async ({ demo }) => {
	const { id: personId } = await actorOf(demo, who.officer);
	const now = demo.clock.now();
	const given = { id: randomUUID(), kind: 'notifications', personId, state: 'failed', createdAt: now, dueAt: now, doneAt: now } as const;
	await demo.db.insert(mails).values([
		{ ...given, answer: '550' },
		{ ...given, id: randomUUID(), kind: 'digest', answer: 'ECONNECTION', doneAt: new Date(now.getTime() - 1000) },
		{ ...given, id: randomUUID(), state: 'sent' },
		{ ...given, id: randomUUID(), answer: '550', doneAt: new Date(now.getTime() - 40 * 24 * 3_600_000) }
	]);
	expect(await failedEmails(demo, await actorOf(demo, who.lead), 'en')).toEqual([
		{ id: given.id, called: 'e-mail about something new', name: 'Ilze Ozolkalne', at: '2026-11-20T09:00:00Z', why: 'refused' },
		{ id: expect.any(String), called: 'digest', name: 'Ilze Ozolkalne', at: '2026-11-20T08:59:59Z', why: 'tried' }
	]);
	for (const other of [who.coordinator, who.officer, who.expert, who.reader])
		await expect(failedEmails(demo, await actorOf(demo, other), 'en')).rejects.toBeInstanceOf(Forbidden);
});

test('an email of a kind that a noun brings is told of in the words of its door, and one of a noun that has gone as an e-mail', async ({
	demo
}) => {
	const { id: personId } = await actorOf(demo, who.officer);
	const now = demo.clock.now();
	await expect(demo.mail.queue(demo.db, { kind: 'plan', personId })).rejects.toMatchObject({
		cause: { constraint_name: 'mails_kind_mail_kinds_kind_fk' }
	});
	const plan: EmailTemplate = {
		called: (locale) => ({ en: 'letter about a plan', lv: 'vēstule par plānu' })[locale],
		render: async () => null
	};
	plugIn([...serverNouns, { ...notificationsServer, name: 'plans', commands: none, jobs: none, emails: { plan } }]);
	onTestFinished(() => plugIn(serverNouns));
	await fillMailKinds(demo.db, Object.keys(emailTemplates.get()));
	await demo.db.insert(mails).values({ kind: 'plan', personId, state: 'failed', createdAt: now, dueAt: now, doneAt: now, answer: '550' });
	const told = async (locale: Locale) => (await failedEmails(demo, await actorOf(demo, who.lead), locale)).map(({ called }) => called);
	expect([await told('en'), await told('lv')]).toEqual([['letter about a plan'], ['vēstule par plānu']]);
	plugIn(serverNouns);
	expect([await told('en'), await told('lv')]).toEqual([['e-mail'], ['vēstule']]);
});

test('leads read why emails wait that are due, and nobody else does', async ({ demo }) => {
	const lead = await actorOf(demo, who.lead);
	const { id: personId } = await actorOf(demo, who.officer);
	const now = demo.clock.now();
	const row = { kind: 'notifications', personId, state: 'waiting', createdAt: new Date(now.getTime() - 3_600_000), dueAt: now } as const;
	await demo.mail.stop();
	await demo.db
		.insert(mails)
		.values([
			row,
			{ ...row, createdAt: now },
			{ ...row, answer: '452', attempts: 1 },
			{ ...row, dueAt: new Date(now.getTime() + 1000), answer: 'EAUTH 535' }
		]);
	expect(await mailTrouble(demo, lead)).toBeNull();
	for (const [answer, why] of [
		['EAUTH 535', 'password'],
		['ECERT DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
		['550', 'refused'],
		['ESOCKET', 'away']
	] as const) {
		const [tried] = await demo.db
			.insert(mails)
			.values({ ...row, answer })
			.returning({ id: mails.id });
		expect(await mailTrouble(demo, lead)).toEqual({ waiting: 4, since: '2026-11-20T08:00:00Z', why });
		await demo.db.delete(mails).where(eq(mails.id, tried?.id ?? ''));
	}
	for (const other of [who.coordinator, who.officer, who.expert, who.reader])
		await expect(mailTrouble(demo, await actorOf(demo, other))).rejects.toBeInstanceOf(Forbidden);
});
