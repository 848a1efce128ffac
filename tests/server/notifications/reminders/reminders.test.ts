import { randomUUID } from 'node:crypto';
import { eq, ne } from 'drizzle-orm';
import { fillKinds } from '#lib/server/db/kinds.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { emailChoices, emailTimes, reminders } from '#lib/server/db/schema/email-settings.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { planOpeningReminders } from '#lib/server/meetings/opening-reminders.ts';
import { queueEmails } from '#lib/server/notifications/email/at-once.ts';
import { leaveReminders } from '#lib/server/notifications/reminders/due.ts';
import { reminderKinds, type ReminderKind } from '#lib/server/notifications/reminders/reminder-kind.ts';
import { cancelReminders, moveReminders, remind } from '#lib/server/notifications/reminders/remind.ts';
import { actorOf, who } from '../../../support/actors.ts';
import type { TestServices } from '../../../support/database.ts';
import { expect, test } from '../../../support/demo.ts';
import { follows, slug } from '../../../support/talk.ts';

async function at(services: TestServices, now: string): Promise<void> {
	services.clock.set(now);
	await planOpeningReminders(services);
	await leaveReminders(services);
	await services.mail.sendDue();
}

/** The meeting of the tests opens in Toruń when it is said to, no other is ahead, and of nothing else anybody is reminded. */
async function opens({ db }: TestServices, opensAt: string | null): Promise<void> {
	await db.delete(reminders).where(ne(reminders.subjectKind, 'meeting'));
	await db.update(meetings).set({ opensAt: null });
	await db.update(meetings).set({ opensAt }).where(eq(meetings.slug, slug));
}

test('the day before a meeting opens everybody of the network hears of it, once, by two clocks', async ({ demo, emails }) => {
	await opens(demo, '2026-12-10 09:30:00');
	await at(demo, '2026-12-09T08:29:00Z');
	expect(emails).toEqual([]);
	await at(demo, '2026-12-09T08:30:00Z');
	await at(demo, '2026-12-09T08:31:00Z');
	const everybody = await demo.db.selectDistinct({ id: memberships.personId }).from(memberships);
	expect(emails).toHaveLength(everybody.length);
	const hers = emails.find(({ address }) => address === who.officer);
	expect(hers).toMatchObject({
		lang: 'lv',
		subject: 'Atgādinājums: sanāksme (Toruņa), 10. decembris, plkst. 9.30'.replace('9.30', '10.30')
	});
	expect(hers?.text).toMatch(/9\.30 – Toruņa\n10\.30 – jūsu laiks/);
	expect(hers?.text).toContain(`https://desk.example.org/meetings/${slug}`);
	expect(hers?.email.thread).toMatch(/^meeting-/);
});

/** The reminders in somebody's inbox: how many are new, and what stands there. */
async function remindedIn(services: TestServices, email: string) {
	const person = await actorOf(services, email);
	const { entries } = await openInbox(services.db, person, { view: 'informing' });
	const its = entries.filter(({ kind }) => kind === 'reminder');
	const cards = await cardsOf(services.db, person, 'en', its);
	return its.map(({ id, read }) => ({ read, begins: cards[id]?.begins, href: cards[id]?.href, who: cards[id]?.who }));
}

test('a reminder stands in the inbox too, once, as the meeting is planned now; moved, it comes anew; who wants no emails has it there', async ({
	demo,
	emails
}) => {
	const { id: personId } = await actorOf(demo, who.officer);
	await demo.db.insert(emailChoices).values({ personId, kind: 'reminder', way: 'off' });
	await follows(demo, who.host, 'nothing');
	await opens(demo, '2026-12-10 09:30:00');
	await at(demo, '2026-12-09T08:29:00Z');
	expect(await remindedIn(demo, who.officer)).toEqual([]);
	await at(demo, '2026-12-09T08:30:00Z');
	await at(demo, '2026-12-09T08:31:00Z');
	const entry = { read: false, begins: '2026-12-10T08:30:00.000Z', href: `/meetings/${slug}`, who: null };
	for (const email of [who.officer, who.coordinator]) expect(await remindedIn(demo, email)).toEqual([entry]);
	expect(await remindedIn(demo, who.host)).toEqual([]);
	expect(emails.map(({ address }) => address)).not.toContain(who.officer);

	await demo.sql`update notifications set read_at = now() where kind = 'reminder'`;
	await opens(demo, '2026-12-12 09:30:00');
	expect(await remindedIn(demo, who.officer)).toEqual([{ ...entry, read: true, begins: '2026-12-12T08:30:00.000Z' }]);
	await at(demo, '2026-12-11T08:30:00Z');
	expect(await remindedIn(demo, who.officer)).toEqual([{ ...entry, begins: '2026-12-12T08:30:00.000Z' }]);
	await queueEmails(demo);
	demo.clock.advance(600);
	await demo.mail.sendDue();
	expect(emails.filter(({ address, email }) => address === who.coordinator && email.thread?.startsWith('meeting-'))).toHaveLength(2);
});

test('when it is moved, so is the reminder; when it is over, nothing comes', async ({ demo, emails }) => {
	await opens(demo, '2026-12-10 09:30:00');
	await at(demo, '2026-12-01T12:00:00Z');
	await opens(demo, '2026-12-12 09:30:00');
	await at(demo, '2026-12-09T12:00:00Z');
	expect(emails).toEqual([]);
	await at(demo, '2026-12-11T08:30:00Z');
	expect(emails.length).toBeGreaterThan(0);
	const before = emails.length;
	await opens(demo, '2026-12-14 09:30:00');
	await planOpeningReminders(demo);
	await at(demo, '2026-12-15T12:00:00Z');
	expect(emails).toHaveLength(before);
});

test('who wants none, has turned away from the meeting, is suspended or has left, is not reminded', async ({ demo, emails }) => {
	await opens(demo, '2026-12-10 09:30:00');
	const idOf = async (email: string) => (await actorOf(demo, email)).id;
	await demo.db.insert(emailChoices).values({ personId: await idOf(who.officer), kind: 'reminder', way: 'off' });
	await follows(demo, who.host, 'nothing');
	await demo.db
		.update(memberships)
		.set({ endsAt: demo.clock.now() })
		.where(eq(memberships.personId, await idOf(who.reader)));
	await demo.db
		.update(people)
		.set({ suspendedAt: demo.clock.now(), suspendedBy: await idOf(who.lead), suspendedReason: 'For a test' })
		.where(eq(people.email, who.expert));
	await at(demo, '2026-12-09T09:00:00Z');
	const addresses = emails.map(({ address }) => address);
	expect(addresses).toContain(who.coordinator);
	for (const none of [who.officer, who.host, who.reader, who.expert]) expect(addresses).not.toContain(none);
});

test('within quiet hours a reminder waits; when it would come too late it does not come', async ({ demo, emails }) => {
	await opens(demo, '2026-12-10 05:00:00');
	const { id: personId } = await actorOf(demo, who.officer);
	await demo.db.insert(emailTimes).values({ personId, quietFrom: '20:00', quietTo: '07:00' });
	await demo.db.insert(emailTimes).values({ personId: (await actorOf(demo, who.host)).id, quietFrom: '00:00', quietTo: '23:59' });
	await at(demo, '2026-12-09T04:30:00Z');
	expect(emails.map(({ address }) => address)).not.toContain(who.officer);
	await at(demo, '2026-12-09T05:00:00Z');
	expect(emails.map(({ address }) => address)).toContain(who.officer);
	await at(demo, '2026-12-10T12:00:00Z');
	expect(emails.map(({ address }) => address)).not.toContain(who.host);
});

test('what is called off, moved or loses its hour while its emails wait for the end of quiet hours is not mailed; moved it comes once', async ({
	demo,
	emails
}) => {
	const { id: personId } = await actorOf(demo, who.officer);
	await demo.db.insert(emailTimes).values({ personId, quietFrom: '20:00', quietTo: '10:00' });
	const hers = () => emails.filter(({ address }) => address === who.officer).map(({ at: when }) => when.toISOString().slice(0, 16));
	await opens(demo, '2026-12-10 07:30:00');
	await at(demo, '2026-12-09T06:30:00Z');
	await opens(demo, '2026-12-10 08:30:00');
	await at(demo, '2026-12-09T07:00:00Z');
	await at(demo, '2026-12-09T07:30:00Z');
	await at(demo, '2026-12-09T08:00:00Z');
	await at(demo, '2026-12-09T08:05:00Z');
	expect(hers()).toEqual(['2026-12-09T08:00']);

	await opens(demo, '2026-12-20 07:30:00');
	await at(demo, '2026-12-19T06:30:00Z');
	await opens(demo, null);
	await at(demo, '2026-12-19T07:00:00Z');
	expect(await demo.db.select().from(reminders)).toEqual([]);
	await opens(demo, '2026-12-22 07:30:00');
	await at(demo, '2026-12-19T08:00:00Z');
	expect(hers()).toHaveLength(1);
	await at(demo, '2026-12-21T08:00:00Z');
	expect(hers()).toEqual(['2026-12-09T08:00', '2026-12-21T08:00']);
});

test('any room can remind: of one person or many, moved and called off with its subject, in any zone', async ({ demo }) => {
	await fillKinds(demo.db, ['plan']);
	const subject = { kind: 'plan', id: randomUUID() };
	const came: string[] = [];
	const due: ReminderKind = {
		kind: 'plan.due',
		where: null,
		email: async () => null,
		async whom(_, __, { at: planned }) {
			came.push(planned);
			return [];
		}
	};
	reminderKinds.fill([...reminderKinds.get(), due]);
	const look = async (now: string) => {
		demo.clock.set(now);
		await leaveReminders(demo);
	};
	const { id: person } = await actorOf(demo, who.officer);
	await demo.db.transaction(async (tx) => {
		await remind(tx, { kind: 'plan.due', subject, at: '2027-03-28T03:30', zone: 'Europe/Riga' });
		await remind(tx, { kind: 'plan.due', subject, at: '2027-03-28T03:30', zone: 'Europe/Riga' });
		await remind(tx, { kind: 'plan.due', subject, person, at: '2027-03-30T09:00', zone: 'Europe/Riga' });
	});
	expect(await demo.db.select().from(reminders).where(eq(reminders.subjectId, subject.id))).toHaveLength(2);
	await look('2027-03-28T01:29:00Z');
	expect(came).toEqual([]);
	await look('2027-03-28T01:30:00Z');
	await look('2027-03-28T01:31:00Z');
	expect(came).toEqual(['2027-03-28 03:30:00']);
	await demo.db.transaction((tx) => moveReminders(tx, subject, 'plan.due', { at: '2027-04-01T09:00', zone: 'Europe/Lisbon' }));
	await look('2027-04-01T08:00:00Z');
	expect(came).toHaveLength(2);
	expect(await demo.sql`select person_id from mails where kind = 'reminder'`).toEqual([{ person_id: person }]);
	await demo.db.transaction(async (tx) => {
		await remind(tx, { kind: 'plan.due', subject, at: '2027-05-01T09:00', zone: 'Europe/Riga' });
		await cancelReminders(tx, subject);
	});
	await look('2027-05-02T00:00:00Z');
	expect(came).toHaveLength(2);
});

test('two processes remind once', async ({ demo, emails }) => {
	await opens(demo, '2026-12-10 09:30:00');
	demo.clock.set('2026-12-09T09:00:00Z');
	await Promise.all([planOpeningReminders(demo), planOpeningReminders(demo)]);
	await Promise.all([leaveReminders(demo), leaveReminders(demo)]);
	await demo.mail.sendDue();
	expect(new Set(emails.map(({ address }) => address)).size).toBe(emails.length);
	expect(emails.length).toBeGreaterThan(10);
});
