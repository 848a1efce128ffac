import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { hashOf } from '#lib/server/auth/token.ts';
import { emailTemplates } from '#lib/server/mail/template.ts';
import { emailSettings } from '#lib/server/notifications/email/change-settings.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { collecting, type Collected } from '../../support/collecting.ts';
import { expect, servicesOn, test } from '../../support/database.ts';
import { databaseAt, type OldDatabase } from '../../support/old-database.ts';
import { saying } from '../../support/saying.ts';

const [network, partner, meeting] = [randomUUID(), randomUUID(), randomUUID()];
const [ilze, rui] = [randomUUID(), randomUUID()];
const [post, mention, followed, reminder, invitation] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const [first, notices, digest, leased] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const stream = `meeting:${meeting}`;
const at = '2026-11-20T08:00:00Z';

/** Two people, one of whom said something in a meeting that opens tomorrow, and a mail of each kind about to leave. */
async function fill({ sql: db }: OldDatabase): Promise<void> {
	await db`insert into installation (kind, created_at) values ('real', ${at})`;
	await db`insert into networks (id, slug, name, motto, funding_line, about, created_at) values (${network}, 'n', 'N', '{}', '{}', '{}', ${at})`;
	await db`
		insert into partners (id, network_id, code, slug, name, organisation, country, latitude, longitude, time_zone, language, position, letters, shape, fill, edge, edge_dark, ink)
		values (${partner}, ${network}, 'co', 'coimbra', '{"en": "Coimbra"}', 'C', 'PT', 40, -8, 'Europe/Lisbon', 'pt', 1, 'co', 'disc', '#45216c', '#45216c', '#b596e3', '#ffffff')`;
	await db`insert into streams (id, seq, network_id, kind, subject_id, audience) values (${stream}, 1, ${network}, 'meeting', ${meeting}, ${[`network:${network}`]})`;
	await db`
		insert into meetings (id, network_id, slug, kind, host_id, theme, starts_on, ends_on, precision, opens_at, time_zone, stream)
		values (${meeting}, ${network}, 'coimbra', 'exchange', ${partner}, '{"en": "Ramps"}', '2026-11-21', '2026-11-22', 'day', '2026-11-21 10:00', 'Europe/Lisbon', ${stream})`;
	for (const [id, name] of [
		[ilze, 'Ilze'],
		[rui, 'Rui']
	] as const) {
		await db`insert into people (id, email, name, locale, time_zone, writing_language, created_at) values (${id}, ${`${name}@x.example`}, ${name}, 'en', 'Europe/Riga', 'en', ${at})`;
		await db`insert into memberships (id, person_id, network_id, role, partner_id, starts_at) values (${randomUUID()}, ${id}, ${network}, 'officer', ${partner}, '2026-01-01')`;
	}
	await db`
		insert into posts (id, stream, seq, author_id, author_role, author_city, posted_at, lang, doc)
		values (${post}, ${stream}, 1, ${rui}, 'officer', 'co', ${at}, 'en', ${db.json(saying('Kumquats') as never)})`;
	await db`insert into events (stream, seq, name, actor_id, at, countable, payload) values (${stream}, 1, 'post.posted', ${rui}, ${at}, true, '{}')`;
	for (const [id, person, kind] of [
		[mention, ilze, 'mention'],
		[followed, rui, 'follow']
	] as const) {
		await db`
			insert into notifications (id, person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at, delivered_at, arrived)
			values (${id}, ${person}, ${network}, ${kind}, 'meeting', ${meeting}, ${stream}, 1, ${rui}, ${at}, ${at}, 1)`;
	}
	await db`insert into reminders (id, kind, subject_kind, subject_id, at, time_zone, due_at, done_at) values (${reminder}, 'meeting.opens', 'meeting', ${meeting}, '2026-11-20 10:00', 'Europe/Lisbon', ${at}, ${at})`;
	await db`
		insert into invitations (id, network_id, role, partner_id, email, name, locale, token_hash, created_at, expires_at)
		values (${invitation}, ${network}, 'officer', ${partner}, 'new@x.example', 'New', 'en', ${hashOf('word')}, ${at}, '2026-12-20')`;
	await db`insert into notice_choices (person_id, kind, way) values (${ilze}, 'reply', 'off'), (${rui}, 'follow', 'once')`;
	await db`
		insert into notice_times (person_id, rhythm, hour, weekday, quiet_from, quiet_to, digested_to)
		values (${ilze}, 'weekly', 9, 3, '22:00', '07:00', ${at}), (${rui}, null, null, null, null, null, ${at})`;
	const mail = (id: string, kind: string, person: string | null, subject: string | null, address?: string, secret?: string) => db`
		insert into mails (id, kind, person_id, subject_id, item_kind, address, secret, created_at, due_at)
		values (${id}, ${kind}, ${person}, ${subject}, ${kind === 'notices' ? 'meeting' : null}, ${address ?? null}, ${secret ?? null}, ${at}, ${at})`;
	await mail(first, 'notices', ilze, meeting);
	await db`update mails set state = 'sent', done_at = ${at}, answer = '250' where id = ${first}`;
	await mail(notices, 'notices', ilze, meeting);
	await mail(digest, 'digest', rui, null);
	await mail(randomUUID(), 'reminder', ilze, reminder);
	await mail(randomUUID(), 'trial', rui, null);
	await mail(randomUUID(), 'invitation', null, invitation, 'new@x.example', 'word');
	await mail(randomUUID(), 'password', null, null, 'Rui@x.example');
	await mail(leased, 'notices', rui, meeting);
	await db`update mails set state = 'sending', claimed_by = ${leased}, claimed_until = '2027-01-01', handed_at = ${at}, unsure = 1 where id = ${leased}`;
	await db`insert into mailed_notices (notification_id, mail_id, untold) values (${mention}, ${notices}, false), (${followed}, ${digest}, true)`;
}

const person = (id: string, name: string): Person => ({
	kind: 'person',
	id,
	name,
	locale: 'en',
	timeZone: 'Europe/Riga',
	suspended: false,
	memberships: [{ network, role: 'officer', city: 'co', expertKind: null }]
});

test('after the tables of emails are named anew all choices, times and mails are there, and what waits is sent', async () => {
	const old = await databaseAt(22);
	onTestFinished(() => old.drop());
	await fill(old);
	const rows = async (...tables: string[]) =>
		Promise.all(
			tables.map(async (table) => [...(await old.sql`select to_jsonb(its) as row from ${old.sql(table)} its order by its::text`)])
		);
	const settings = await rows('notice_choices', 'notice_times', 'mailed_notices');
	const [mails] = await rows('mails');
	await old.migrate();
	expect(await rows('email_choices', 'email_times', 'emailed_notifications')).toEqual(settings);
	const called: Record<string, string> = { claimed_by: 'leased_by', claimed_until: 'leased_until', handed_at: 'transmitted_at' };
	const anew = mails?.map(({ row }) => {
		const renamed = Object.entries(row as object).map(([column, value]) => [called[column] ?? column, value as unknown]);
		const now = Object.fromEntries(renamed) as Record<string, unknown>;
		return { row: { ...now, kind: now.kind === 'notices' ? 'notifications' : now.kind } };
	});
	expect((await rows('mails'))[0]).toEqual(expect.arrayContaining(anew ?? []));
	expect((await rows('mails'))[0]).toHaveLength(8);

	const emails: Collected[] = [];
	const services = servicesOn(old.url, parseConfig({ DEMO: 'off', PUBLIC_URL: 'https://desk.example.org' }), [collecting(emails)]);
	onTestFinished(() => services.close());
	services.clock.set('2026-11-20T09:00:00Z');
	expect(await emailSettings(services, person(ilze, 'Ilze'))).toMatchObject({
		ways: { reply: 'off', mention: 'once' },
		times: { rhythm: 'weekly', hour: 9, weekday: 3, quiet: { from: '22:00', to: '07:00' } }
	});
	expect((await emailSettings(services, person(rui, 'Rui'))).ways.follow).toBe('once');
	services.mail.start(services, emailTemplates.get());
	await services.mail.sendDue();
	const left = await old.sql`select kind, state, answer from mails where id <> all(${[first, leased]}) order by kind`;
	expect(left.map(({ kind, state, answer }) => [kind, state, answer])).toEqual(
		['digest', 'invitation', 'notifications', 'password', 'reminder', 'trial'].map((kind) => [kind, 'sent', null])
	);
	const told = emails.find(({ id }) => id === notices);
	expect(told).toMatchObject({ address: 'Ilze@x.example', subject: 'Rui mentions you in “Coimbra: Ramps”: Kumquats' });
	expect(told?.text).toContain('> Kumquats');
	expect(emails.find(({ id }) => id === digest)?.text).toContain('> Kumquats');
});

test('no name of the old words is left in the database', async ({ services }) => {
	const names = await services.sql<{ name: string }[]>`
		select relname as name from pg_class where relnamespace = 'public'::regnamespace
		union select conname from pg_constraint where connamespace = 'public'::regnamespace
		union select column_name::text from information_schema.columns where table_schema = 'public'
		union select tgname from pg_trigger`;
	expect(names.length).toBeGreaterThan(200);
	expect(names.map(({ name }) => name).filter((name) => /notice|claimed|handed|in_hand/.test(name))).toEqual([]);
});
