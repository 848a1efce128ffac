import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { emptyDoc } from '#lib/model/documents/doc.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { personMention } from '#lib/model/documents/mentions.ts';
import { mails } from '#lib/server/db/schema/mail.ts';
import { notifications } from '#lib/server/db/schema/notifications.ts';
import { posts } from '#lib/server/db/schema/threads.ts';
import { emailChoices, emailTimes } from '#lib/server/db/schema/email-settings.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { queueEmails } from '#lib/server/notifications/email/at-once.ts';
import { actorOf, who } from '../../../support/actors.ts';
import type { TestServices } from '../../../support/database.ts';
import { expect, test } from '../../../support/demo.ts';
import { leaveFile } from '../../../support/leave-file.ts';
import { saying } from '../../../support/saying.ts';
import { arrive, follows, says, slug } from '../../../support/talk.ts';

const secondsOn = async (services: TestServices, seconds: number) => {
	services.clock.advance(seconds);
	await services.mail.sendDue();
};
const idOf = async (services: TestServices, email: string) => (await actorOf(services, email)).id;

test('a mention becomes an email after two minutes, in the reader’s language, with its place and its words', async ({ demo, emails }) => {
	const { seq } = await says(demo, who.host, 'which hours suit you?', { to: [who.officer] });
	await secondsOn(demo, 119);
	expect(emails).toHaveLength(0);
	await secondsOn(demo, 2);
	expect(emails).toHaveLength(1);
	const [{ subject, text, html, address, lang, email } = emails[0]!] = emails;
	expect({ address, lang }).toEqual({ address: who.officer, lang: 'lv' });
	expect(subject).toBe('Inês Salgueiral piemin jūs diskusijā „Toruņa: Kāpēc svarīgi ir radošie …”: which hours suit you?');
	expect(email).toMatchObject({ by: 'Inês Salgueiral', title: 'Inês Salgueiral pieminēja jūs' });
	expect(email.preview).toBe('Inês Salgueiral pieminēja jūs: @Ilze Ozolkalne which hours suit you?');
	expect(text).toContain('> @Ilze Ozolkalne which hours suit you?');
	expect(text).toContain(`https://desk.example.org/meetings/${slug}/p/${seq}`);
	expect(html).toContain('<blockquote class="ink quote" lang="en"');
	expect(email.thread).toMatch(/^meeting-[0-9a-f-]{36}$/);
	expect(email.unsubscribe).toMatch(/^https:\/\/desk\.example\.org\/unsubscribe\/[0-9a-f]{36}\.[\w-]{24}$/);
	await queueEmails(demo);
	await secondsOn(demo, 600);
	expect(emails).toHaveLength(1);
});

test('an answer that is nothing but files is told by their names', async ({ demo, emails }) => {
	const { seq } = await says(demo, who.officer, 'Send me the plan, please');
	const host = await actorOf(demo, who.host);
	const files = [{ id: await leaveFile(demo, host, 'the-plan.jpg') }, { id: await leaveFile(demo, host, 'its-cover.jpg') }];
	await postInMeeting(demo, host, { commandId: randomUUID(), slug, doc: emptyDoc, lang: 'en', replyTo: seq, files });
	await arrive(demo);
	await secondsOn(demo, 121);
	expect(emails.map(({ text }) => text)).toEqual([expect.stringContaining('> the-plan.jpg, its-cover.jpg')]);
});

test('a message with words and files is told by its words, its files beneath them', async ({ demo, emails }) => {
	const { seq } = await says(demo, who.officer, 'Send me the plan, please');
	const host = await actorOf(demo, who.host);
	const files = [{ id: await leaveFile(demo, host, 'the-plan.jpg') }, { id: await leaveFile(demo, host, 'its-cover.jpg') }];
	await postInMeeting(demo, host, { commandId: randomUUID(), slug, doc: saying('Here it is'), lang: 'en', replyTo: seq, files });
	await arrive(demo);
	await secondsOn(demo, 121);
	expect(emails.map(({ text }) => text)).toEqual([
		expect.stringContaining('> Here it is\nPielikumā: the-plan.jpg, its-cover.jpg\nhttps://')
	]);
	expect(emails[0]?.html).toContain('>Pielikumā: the-plan.jpg, its-cover.jpg</p>');
});

test('what comes within the two minutes is one email, an item an email', async ({ demo, emails }) => {
	await says(demo, who.host, 'one', { to: [who.officer] });
	demo.clock.advance(60);
	await says(demo, who.expert, 'two', { to: [who.officer] });
	await secondsOn(demo, 61);
	expect(emails.map(({ email: { by, title } }) => ({ by, title }))).toEqual([{ by: null, title: 'Jums ir 2 jaunumi' }]);
	expect(emails[0]?.subject).toBe('Inês Salgueiral un Elio Fontanella: 2 jaunumi diskusijā „Toruņa: Kāpēc svarīgi ir radošie …”');
	expect(emails[0]?.text).toMatch(/Inês Salgueiral pieminēja jūs[^]+one[^]+Elio Fontanella pieminēja jūs[^]+two/);
});

test('the subject says who and what, and the emails of one meeting still belong together', async ({ demo, emails }) => {
	for (const [author, words] of [
		[who.host, 'one'],
		[who.expert, 'two'],
		[who.host, 'three']
	] as const) {
		await says(demo, author, words, { to: [who.officer] });
		await secondsOn(demo, 121);
	}
	const where = 'piemin jūs diskusijā „Toruņa: Kāpēc svarīgi ir radošie …”';
	expect(emails.map(({ subject }) => subject)).toEqual([
		`Inês Salgueiral ${where}: one`,
		`Elio Fontanella ${where}: two`,
		`Inês Salgueiral ${where}: three`
	]);
	expect(emails.map(({ email }) => email.by)).toEqual(['Inês Salgueiral', 'Elio Fontanella', 'Inês Salgueiral']);
	expect(new Set(emails.map(({ email }) => email.thread)).size).toBe(1);
});

test('a subject is no longer than a list of emails can show, whole to the last word, in the language of its reader', async ({
	demo,
	emails
}) => {
	await demo.sql`update people set locale = 'en' where email = ${who.officer}`;
	await says(demo, who.host, `could you bring\n\n${'the drafts and '.repeat(40)}`, { to: [who.officer] });
	await secondsOn(demo, 121);
	const subject = emails[0]?.subject ?? '';
	expect(subject).toMatch(/^Inês Salgueiral mentions you in “Toruń: [^”]{5,28} …”: could you bring the drafts and .* …$/);
	expect(subject.length).toBeLessThanOrEqual(130);
});

test('who is mentioned by an edit has an email, though an earlier one told of the place already', async ({ demo, emails }) => {
	await follows(demo, who.officer);
	await demo.db.insert(emailChoices).values({ personId: await idOf(demo, who.officer), kind: 'follow', way: 'once' });
	const { id } = await says(demo, who.host, 'what do you think?');
	await secondsOn(demo, 121);
	const [host, officer] = [await actorOf(demo, who.host), await actorOf(demo, who.officer)];
	await editPost(demo, host, {
		commandId: randomUUID(),
		id,
		revision: 1,
		doc: fromMarkdown(`[@${officer.name}](${personMention(officer.id)}) what do you think?`),
		lang: 'en'
	});
	await arrive(demo);
	await secondsOn(demo, 121);
	expect(emails.map(({ email }) => email.title)).toEqual(['Inês Salgueiral rakstīja', 'Inês Salgueiral pieminēja jūs']);
	await queueEmails(demo);
	await secondsOn(demo, 600);
	expect(emails).toHaveLength(2);
});

test('what was read or dealt with meanwhile is not mailed', async ({ demo, emails }) => {
	await says(demo, who.host, 'read before', { to: [who.officer] });
	await says(demo, who.host, 'done before', { to: [who.expert] });
	await demo.db
		.update(notifications)
		.set({ readAt: demo.clock.now() })
		.where(eq(notifications.personId, await idOf(demo, who.officer)));
	await demo.db
		.update(notifications)
		.set({ doneAt: demo.clock.now(), waits: false })
		.where(eq(notifications.personId, await idOf(demo, who.expert)));
	await secondsOn(demo, 121);
	expect(emails).toEqual([]);
	expect((await demo.db.select().from(mails)).map(({ state }) => state)).toEqual(['dropped', 'dropped']);
});

test.for<[string, (services: TestServices, post: { id: string; seq: number }) => Promise<unknown>]>([
	[
		'hidden',
		async ({ db, clock }, { id }) =>
			db
				.update(posts)
				.set({ hiddenAt: clock.now(), hiddenBy: await idOfLead(db), hiddenReason: 'For a test' })
				.where(eq(posts.id, id))
	],
	['deleted', async (services, { id }) => deletePost(services, await actorOf(services, who.host), { commandId: randomUUID(), id })]
])('what is %s by the time the email is due is never quoted', async ([, takeAway], { demo, emails }) => {
	const post = await says(demo, who.host, 'not for your eyes', { to: [who.officer] });
	await says(demo, who.expert, 'this one stays', { to: [who.officer] });
	await takeAway(demo, post);
	await secondsOn(demo, 121);
	expect(emails).toHaveLength(1);
	expect(emails[0]?.text).toContain('this one stays');
	expect(emails[0]?.text + (emails[0]?.html ?? '')).not.toContain('not for your eyes');
	expect(emails[0]?.email).toMatchObject({ by: 'Elio Fontanella', title: expect.stringMatching(/^Elio Fontanella/) as string });
});

async function idOfLead(db: TestServices['db']): Promise<string> {
	const [lead] = await db.select({ id: people.id }).from(people).where(eq(people.email, who.lead));
	return lead?.id ?? '';
}

test('who is suspended or has left meanwhile gets nothing', async ({ demo, emails }) => {
	await says(demo, who.host, 'hello both', { to: [who.officer, who.expert] });
	await demo.db
		.update(people)
		.set({ suspendedAt: demo.clock.now(), suspendedBy: await idOfLead(demo.db), suspendedReason: 'For a test' })
		.where(eq(people.email, who.officer));
	await demo.db
		.update(memberships)
		.set({ endsAt: demo.clock.now() })
		.where(eq(memberships.personId, await idOf(demo, who.expert)));
	await secondsOn(demo, 121);
	expect(emails).toEqual([]);
});

test('each kind is as its reader wants it', async ({ demo, emails }) => {
	await demo.db.insert(emailChoices).values({ personId: await idOf(demo, who.officer), kind: 'mention', way: 'off' });
	await demo.db.insert(emailChoices).values({ personId: await idOf(demo, who.expert), kind: 'mention', way: 'digest' });
	const { seq } = await says(demo, who.officer, 'I begin');
	await says(demo, who.host, 'hello both', { to: [who.officer, who.expert] });
	await secondsOn(demo, 121);
	expect(emails).toEqual([]);
	await says(demo, who.host, 'an answer', { replyTo: seq });
	await secondsOn(demo, 121);
	expect(emails.map(({ address, email }) => [address, email.title])).toEqual([[who.officer, 'Inês Salgueiral atbildēja jums']]);
});

test('nothing is sent within the quiet hours of the reader; it comes when they end', async ({ demo, emails }) => {
	await demo.db.insert(emailTimes).values({ personId: await idOf(demo, who.officer), quietFrom: '22:00', quietTo: '07:30' });
	demo.clock.set('2026-11-20T20:30:00Z');
	await says(demo, who.host, 'late at night', { to: [who.officer] });
	await secondsOn(demo, 300);
	expect(emails).toEqual([]);
	demo.clock.set('2026-11-21T05:29:00Z');
	await demo.mail.sendDue();
	expect(emails).toEqual([]);
	demo.clock.set('2026-11-21T05:30:00Z');
	await demo.mail.sendDue();
	expect(emails).toHaveLength(1);
});

test('what a process that died did not leave for mailing is found, once, and not after a day', async ({ demo, emails }) => {
	await says(demo, who.host, 'one', { to: [who.officer] });
	await demo.sql`delete from mails`;
	await Promise.all([queueEmails(demo), queueEmails(demo)]);
	await secondsOn(demo, 121);
	expect(emails).toHaveLength(1);
	await demo.sql`delete from mails`;
	demo.clock.advance(24 * 3600 + 1);
	await queueEmails(demo);
	await secondsOn(demo, 121);
	expect(emails).toHaveLength(1);
});
