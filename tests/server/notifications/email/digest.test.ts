import { eq } from 'drizzle-orm';
import type { Rhythm } from '#lib/model/notifications/email/choices.ts';
import { notifications } from '#lib/server/db/schema/notifications.ts';
import { emailTimes } from '#lib/server/db/schema/email-settings.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { queueDigests } from '#lib/server/notifications/email/digest.ts';
import { actorOf, who } from '../../../support/actors.ts';
import type { TestServices } from '../../../support/database.ts';
import { expect, test } from '../../../support/demo.ts';
import { follows, says } from '../../../support/talk.ts';

/** The server's minute, as often as asked for. */
async function minutes(services: TestServices, from: string, to: string, step = 10): Promise<void> {
	for (let at = Date.parse(from); at <= Date.parse(to); at += step * 60_000) {
		services.clock.set(new Date(at).toISOString());
		await queueDigests(services);
		await services.mail.sendDue();
	}
}

async function wants(services: TestServices, email: string, times: { rhythm: Rhythm; hour: number; weekday?: number }): Promise<void> {
	const { id: personId } = await actorOf(services, email);
	const set = { weekday: 1, ...times };
	await services.db
		.insert(emailTimes)
		.values({ personId, ...set })
		.onConflictDoUpdate({ target: emailTimes.personId, set });
}

const at = (emails: { at: Date }[]) => emails.map((email) => email.at.toISOString().slice(0, 16));

test('a digest in Latvian at the chosen hour: by item, the newest first, nothing twice, nothing when there is nothing', async ({
	demo,
	emails
}) => {
	await follows(demo, who.officer);
	await wants(demo, who.officer, { rhythm: 'daily', hour: 17 });
	demo.clock.set('2026-11-20T09:00:00Z');
	await says(demo, who.host, 'the first');
	demo.clock.set('2026-11-20T10:00:00Z');
	await says(demo, who.expert, 'the second');
	await minutes(demo, '2026-11-20T10:00:00Z', '2026-11-22T20:00:00Z', 60);
	expect(at(emails)).toEqual(['2026-11-20T15:00']);
	const [first] = emails;
	expect(first).toMatchObject({ lang: 'lv', address: who.officer, subject: '2 jaunas ziņas: Elio Fontanella un Inês Salgueiral' });
	expect(first?.text).toMatch(/Toruņa: [^]+Elio Fontanella rakstīja, [^]+> the second[^]+Inês Salgueiral rakstīja, [^]+> the first/);
	await says(demo, who.host, 'the third');
	await minutes(demo, '2026-11-23T10:00:00Z', '2026-11-23T20:00:00Z', 60);
	expect(at(emails)).toEqual(['2026-11-20T15:00', '2026-11-23T15:00']);
	expect(emails[1]?.text).toContain('the third');
	expect(emails[1]?.text).not.toContain('the second');
});

test.for<[string, string, number, [string, string], string[]]>([
	[
		'Riga into winter',
		'Europe/Riga',
		8,
		['2026-10-23T12:00:00Z', '2026-10-26T12:00:00Z'],
		['2026-10-24T05:00', '2026-10-25T06:00', '2026-10-26T06:00']
	],
	[
		'Riga into winter, at the hour that comes twice',
		'Europe/Riga',
		3,
		['2026-10-23T12:00:00Z', '2026-10-26T12:00:00Z'],
		['2026-10-24T00:00', '2026-10-25T01:00', '2026-10-26T01:00']
	],
	[
		'Riga into summer, at the hour that does not come',
		'Europe/Riga',
		3,
		['2027-03-26T12:00:00Z', '2027-03-29T12:00:00Z'],
		['2027-03-27T01:00', '2027-03-28T01:00', '2027-03-29T00:00']
	],
	[
		'Lisbon into winter, at the hour that comes twice',
		'Europe/Lisbon',
		1,
		['2026-10-23T12:00:00Z', '2026-10-26T12:00:00Z'],
		['2026-10-24T00:00', '2026-10-25T01:00', '2026-10-26T01:00']
	],
	[
		'Lisbon into summer',
		'Europe/Lisbon',
		8,
		['2027-03-26T12:00:00Z', '2027-03-29T12:00:00Z'],
		['2027-03-27T08:00', '2027-03-28T07:00', '2027-03-29T07:00']
	]
])(
	'%s: one digest a day, with all that was said in between',
	{ timeout: 60_000 },
	async ([, timeZone, hour, [from, to], expected], { demo, emails }) => {
		await demo.db.update(people).set({ timeZone }).where(eq(people.email, who.officer));
		await follows(demo, who.officer);
		await wants(demo, who.officer, { rhythm: 'daily', hour });
		const words: string[] = [];
		for (let now = Date.parse(from); now < Date.parse(to); now += 3 * 3_600_000) {
			demo.clock.set(new Date(now).toISOString());
			words.push(`word-${words.length}-`);
			await says(demo, who.host, words.at(-1) ?? '');
			await minutes(demo, new Date(now).toISOString(), new Date(now + 3 * 3_600_000 - 60_000).toISOString(), 20);
		}
		expect(at(emails)).toEqual(expected);
		const told = emails.flatMap(({ email }) => email.parts.flatMap((part) => (part.is === 'quotation' ? part.words : [])));
		expect(new Set(told).size).toBe(told.length);
		expect(told.length).toBeGreaterThan(12);
	}
);

test('weekly on the chosen day; what was read before is not in it; an empty one is not sent', async ({ demo, emails }) => {
	await follows(demo, who.officer);
	await wants(demo, who.officer, { rhythm: 'weekly', hour: 9, weekday: 3 });
	demo.clock.set('2026-11-20T09:00:00Z');
	await says(demo, who.host, 'already read');
	await demo.db.update(notifications).set({ readAt: demo.clock.now() });
	await minutes(demo, '2026-11-20T10:00:00Z', '2026-11-26T12:00:00Z', 120);
	expect(emails).toEqual([]);
	await says(demo, who.host, 'not yet read');
	await minutes(demo, '2026-11-26T12:00:00Z', '2026-12-03T12:00:00Z', 120);
	expect(emails).toHaveLength(1);
	expect(emails[0]?.at.toISOString()).toMatch(/^2026-12-02T0[78]/);
	expect(emails[0]?.text).not.toContain('already read');
});

test('after days without a server one digest holds it all; two processes leave one', async ({ demo, emails }) => {
	await follows(demo, who.officer);
	demo.clock.set('2026-11-17T09:00:00Z');
	for (let n = 0; n < 10; n += 1) await says(demo, who.host, `words ${n}`);
	demo.clock.set('2026-11-20T21:00:00Z');
	await Promise.all([queueDigests(demo), queueDigests(demo)]);
	await demo.mail.sendDue();
	expect(emails).toHaveLength(1);
	expect(emails[0]?.subject).toBe('10 jaunu ziņu: Inês Salgueiral');
	expect(emails[0]?.text).toContain('Un vēl 2');
});

test('a digest that waits for the end of quiet hours does not come once digests were ended', async ({ demo, emails }) => {
	await follows(demo, who.officer);
	await wants(demo, who.officer, { rhythm: 'daily', hour: 8 });
	await demo.db.update(emailTimes).set({ quietFrom: '20:00', quietTo: '10:00' });
	await says(demo, who.host, 'words');
	await minutes(demo, '2026-11-21T05:50:00Z', '2026-11-21T07:00:00Z');
	expect(await demo.sql`select state from mails where kind = 'digest'`).toEqual([{ state: 'waiting' }]);
	await wants(demo, who.officer, { rhythm: 'off', hour: 8 });
	await minutes(demo, '2026-11-21T07:10:00Z', '2026-11-21T09:00:00Z');
	expect(emails).toEqual([]);
});

test('what was committed while a digest was gathered is in the next one, though it bears a time before it', async ({ demo, emails }) => {
	await follows(demo, who.officer);
	await wants(demo, who.officer, { rhythm: 'daily', hour: 8 });
	demo.clock.set('2026-11-20T05:59:59Z');
	await says(demo, who.host, 'in time');
	await minutes(demo, '2026-11-20T06:00:00Z', '2026-11-20T06:10:00Z');
	demo.clock.set('2026-11-20T05:59:59Z');
	await says(demo, who.host, 'committed late');
	await minutes(demo, '2026-11-20T06:20:00Z', '2026-11-21T06:10:00Z', 60);
	await minutes(demo, '2026-11-21T06:10:00Z', '2026-11-22T06:10:00Z', 60);
	expect(emails.map(({ text }) => ['in time', 'committed late'].filter((words) => text.includes(words)))).toEqual([
		['in time'],
		['committed late']
	]);
});

test('who wants no digest gets none', async ({ demo, emails }) => {
	await follows(demo, who.officer);
	await wants(demo, who.officer, { rhythm: 'off', hour: 8 });
	await says(demo, who.host, 'words');
	await minutes(demo, '2026-11-20T10:00:00Z', '2026-11-22T20:00:00Z', 120);
	expect(emails).toEqual([]);
});
