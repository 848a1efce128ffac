import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { notifications } from '#lib/server/db/schema/notifications.ts';
import { emailChoices } from '#lib/server/db/schema/email-settings.ts';
import { emailedNotifications, mails } from '#lib/server/db/schema/mail.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { queueEmails, mailWhatArrives } from '#lib/server/notifications/email/at-once.ts';
import { actorOf, who } from '../../../support/actors.ts';
import type { TestServices } from '../../../support/database.ts';
import { expect, test } from '../../../support/demo.ts';
import { says } from '../../../support/talk.ts';

const secondsOn = async (services: TestServices, seconds: number) => {
	services.clock.advance(seconds);
	await services.mail.sendDue();
};
/** Its author wants no letters about that: these tests are of its readers'. */
const hide = async (services: TestServices, id: string) => {
	const { id: personId } = await actorOf(services, who.host);
	await services.db.insert(emailChoices).values({ personId, kind: 'moderation', way: 'off' }).onConflictDoNothing();
	return hidePost(services, await actorOf(services, who.lead), { commandId: randomUUID(), id, reason: 'To be looked at' });
};
const restore = async (services: TestServices, id: string) =>
	restorePost(services, await actorOf(services, who.lead), { commandId: randomUUID(), id });
/** What is unread is in an email. */
const isLeft = async ({ db }: TestServices, email: string) => {
	const reader = await actorOf({ db, clock: { now: () => new Date() } }, email);
	const left = () =>
		db
			.select()
			.from(notifications)
			.leftJoin(emailedNotifications, eq(emailedNotifications.notificationId, notifications.id))
			.where(and(eq(notifications.personId, reader.id), isNull(notifications.readAt), isNull(emailedNotifications.mailId)));
	await expect.poll(left).toEqual([]);
};

test('what was hidden when its email was due is mailed once it is restored, and once', async ({ demo, emails }) => {
	const stop = mailWhatArrives(demo);
	const { id } = await says(demo, who.host, 'hidden by mistake', { to: [who.officer] });
	await hide(demo, id);
	await secondsOn(demo, 121);
	expect((await demo.db.select().from(mails)).map(({ state }) => state)).toEqual(['dropped']);
	await queueEmails(demo);
	await secondsOn(demo, 600);
	expect(emails).toEqual([]);
	await restore(demo, id);
	await isLeft(demo, who.officer);
	await secondsOn(demo, 119);
	expect(emails).toEqual([]);
	await secondsOn(demo, 2);
	expect(emails.map(({ text }) => text)).toEqual([expect.stringContaining('hidden by mistake')]);
	await hide(demo, id);
	await restore(demo, id);
	await queueEmails(demo);
	await secondsOn(demo, 600);
	expect(emails).toHaveLength(1);
	stop();
});

test('the email that left it out told the rest, and the next one tells only what it left out, days later too', async ({ demo, emails }) => {
	const stop = mailWhatArrives(demo);
	const { id } = await says(demo, who.host, 'hidden by mistake', { to: [who.officer] });
	await says(demo, who.expert, 'this one stays', { to: [who.officer] });
	await hide(demo, id);
	await secondsOn(demo, 121);
	expect(emails.map(({ text }) => text)).toEqual([expect.stringContaining('this one stays')]);
	demo.clock.advance(3 * 24 * 3600);
	await restore(demo, id);
	await isLeft(demo, who.officer);
	await secondsOn(demo, 121);
	expect(emails.map(({ text }) => [text.includes('this one stays'), text.includes('hidden by mistake')])).toEqual([
		[true, false],
		[false, true]
	]);
	stop();
});

test('a process that dies right after it was restored leaves it to be found', async ({ demo, emails }) => {
	const { id } = await says(demo, who.host, 'hidden by mistake', { to: [who.officer] });
	await hide(demo, id);
	await secondsOn(demo, 121);
	await restore(demo, id);
	await queueEmails(demo);
	await secondsOn(demo, 121);
	expect(emails).toHaveLength(1);
});

test('what was restored is not mailed to who has read it, nor what was restored before its email was due or had been told', async ({
	demo,
	emails
}) => {
	const stop = mailWhatArrives(demo);
	const early = await says(demo, who.host, 'restored in time', { to: [who.officer] });
	await hide(demo, early.id);
	await restore(demo, early.id);
	await secondsOn(demo, 121);
	expect(emails).toHaveLength(1);
	await hide(demo, early.id);
	await restore(demo, early.id);
	const read = await says(demo, who.host, 'read meanwhile', { to: [who.officer] });
	await hide(demo, read.id);
	await secondsOn(demo, 121);
	await restore(demo, read.id);
	await isLeft(demo, who.officer);
	await demo.db.update(notifications).set({ readAt: demo.clock.now() });
	await secondsOn(demo, 600);
	expect(emails).toHaveLength(1);
	stop();
});

test('what is restored while its email is being written is told by that email or by the next, and by one of them', async ({
	demo,
	emails
}) => {
	const stop = mailWhatArrives(demo);
	for (let n = 1; n <= 8; n += 1) {
		const { id } = await says(demo, who.host, `between ${n}.`, { to: [who.officer] });
		await hide(demo, id);
		await Promise.all([secondsOn(demo, 121), restore(demo, id)]);
		await isLeft(demo, who.officer);
		await secondsOn(demo, 121);
		expect(emails.filter(({ text }) => text.includes(`between ${n}.`))).toHaveLength(1);
	}
	stop();
});
