import type { Person } from '#lib/model/access/actor.ts';
import { jobsOf } from '#lib/server/boot/plug-in.ts';
import { queueEmails } from '#lib/server/notifications/email/at-once.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { leaveReminders } from '#lib/server/notifications/reminders/due.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import type { TestServices } from '../support/database.ts';
import { expect, once, test, title } from './memo-ground.ts';
import { dateMemo, renameMemo } from './memos/server/commands.ts';
import { memoReminders, planMemoReminders } from './memos/server/reminders.ts';

/** Reminders are planned and told, and what is to be mailed by then has gone out. */
async function at(services: TestServices, now: string): Promise<void> {
	services.clock.set(now);
	await planMemoReminders(services);
	await leaveReminders(services);
	await queueEmails(services);
	await services.mail.sendDue();
}

/** What somebody's inbox reminds them of, in its words. */
async function remindedOf({ db }: TestServices, person: Person) {
	const { entries } = await openInbox(db, person, { view: 'informing' });
	const cards = await cardsOf(db, person, person.locale, entries);
	return entries.map(({ id, kind }) => [kind, cards[id]?.item.title, cards[id]?.href]);
}

const addressOf = ({ id }: Person) => `${id}@example.org`;

test('on its day a memo stands in the inboxes of its audience and is mailed to them, in their language, and to nobody else', async ({
	services,
	ground,
	emails
}) => {
	const { memo, ilze, rui, marek, vija, elio } = ground;
	await services.sql`update people set locale = 'lv' where id = ${rui.id}`;
	await dateMemo(services, ilze, { ...once(), id: memo, remindOn: '2026-12-09' });
	// Nine in the morning in Coimbra.
	await at(services, '2026-12-09T08:59:00Z');
	expect(emails).toEqual([]);
	await at(services, '2026-12-09T09:00:00Z');
	await at(services, '2026-12-09T09:15:00Z');

	const href = `/memos/${memo}`;
	for (const reader of [ilze, rui, marek]) expect(await remindedOf(services, reader)).toEqual([['reminder', title, href]]);
	expect(emails.map(({ address }) => address).sort()).toEqual([ilze, rui, marek].map(addressOf).sort());
	for (const { text } of emails) expect(text).toContain(`https://desk.example.org${href}`);
	const subjects = Object.fromEntries(emails.map(({ address, lang, subject }) => [address, [lang, subject]]));
	expect(subjects[addressOf(rui)]).toEqual(['lv', `Piezīmes diena ir klāt: ${title}`]);
	expect(subjects[addressOf(marek)]).toEqual(['en', `The day of a memo has come: ${title}`]);

	for (const outsider of [vija, elio]) expect(await remindedOf(services, outsider)).toEqual([]);
	const told = await services.sql`select person_id from notifications union select person_id from mails`;
	for (const { id } of [vija, elio]) expect(JSON.stringify(told)).not.toContain(id);
});

test('who is no longer among its audience when its email is written, is not mailed, and finds nothing in the inbox', async ({
	services,
	ground,
	emails
}) => {
	const { memo, stream, network, ilze, rui, marek } = ground;
	await services.sql`insert into email_times (person_id, quiet_from, quiet_to) values (${marek.id}, '00:00', '12:00')`;
	await dateMemo(services, ilze, { ...once(), id: memo, remindOn: '2026-12-09' });
	await at(services, '2026-12-01T09:00:00Z');
	await at(services, '2026-12-09T09:00:00Z');
	expect(await remindedOf(services, marek)).toHaveLength(1);
	await services.sql`update streams set audience = ${[`city:${network.id}:co`]} where id = ${stream}`;
	await renameMemo(services, ilze, { ...once(), id: memo, title: 'Pears' });
	await at(services, '2026-12-09T10:00:00Z');
	expect(emails.map(({ address }) => address).sort()).toEqual([ilze, rui].map(addressOf).sort());
	expect(await services.sql`select state from mails where person_id = ${marek.id}`).toEqual([{ state: 'dropped' }]);
	expect(await remindedOf(services, marek)).toEqual([]);
	expect(await remindedOf(services, rui)).toEqual([['reminder', 'Pears', `/memos/${memo}`]]);
});

test('the job of the memos plans a reminder for a day that was set, moves it, and removes it once the day was taken back', async ({
	services,
	ground
}) => {
	const { memo, ilze, rui } = ground;
	services.clock.set('2026-12-01T09:00:00Z');
	await services.jobs.start(services, jobsOf(serverNouns));
	const [schedule] = await services.sql`select cron, timezone from jobs.schedule where name = ${memoReminders.name}`;
	expect(schedule).toEqual({ cron: '*/15 * * * *', timezone: 'Etc/UTC' });
	for (const [remindOn, due] of [
		['2026-12-09', '2026-12-09T09:00:00.000Z'],
		['2027-07-01', '2027-07-01T08:00:00.000Z'],
		[null, undefined]
	] as const) {
		await expect(dateMemo(services, rui, { ...once(), id: memo, remindOn })).rejects.toMatchObject({ code: 'forbidden' });
		await dateMemo(services, ilze, { ...once(), id: memo, remindOn });
		await services.jobs.enqueue(services.db, memoReminders, {});
		services.jobs.wake(memoReminders);
		const planned = () => services.sql<{ due_at: Date }[]>`select due_at from reminders where kind = 'memo.due'`;
		await expect
			.poll(async () => (await planned()).map(({ due_at: at }) => at.toISOString()), { timeout: 10_000 })
			.toEqual(due ? [due] : []);
	}
});
