import { randomUUID } from 'node:crypto';
import { emailTimes } from '#lib/server/db/schema/email-settings.ts';
import { readmitPerson, suspendPerson } from '#lib/server/people/suspend.ts';
import { actorOf, who } from '../../support/actors.ts';
import type { TestServices } from '../../support/database.ts';
import { expect, test } from '../../support/demo.ts';

const reason = 'Wrote to people who had asked not to be written to.';
const suspend = async (demo: TestServices) =>
	suspendPerson(demo, await actorOf(demo, who.lead), { commandId: randomUUID(), id: (await actorOf(demo, who.officer)).id, reason });
const readmit = async (demo: TestServices) =>
	readmitPerson(demo, await actorOf(demo, who.lead), { commandId: randomUUID(), id: (await actorOf(demo, who.officer)).id });

test('who is suspended is told at once, in their language, why and whom they can write to, whatever letters they want', async ({
	demo,
	emails
}) => {
	const { id: personId } = await actorOf(demo, who.officer);
	await demo.db.insert(emailTimes).values({ personId, rhythm: 'off', hour: 8, weekday: 1, quietFrom: '00:00', quietTo: '23:59' });
	const { name: lead } = await actorOf(demo, who.lead);
	await suspend(demo);
	await demo.mail.sendDue();
	expect(emails.map(({ address, lang, subject }) => ({ address, lang, subject }))).toEqual([
		{ address: who.officer, lang: 'lv', subject: 'Jūsu piekļuve ir apturēta' }
	]);
	for (const words of [reason, lead, 'Ja domājat, ka tā ir kļūda']) expect(emails[0]?.text).toContain(words);
});

test('who is let in again is told too; an email of a suspension that is over by then does not leave', async ({ demo, emails }) => {
	await suspend(demo);
	await demo.mail.sendDue();
	await readmit(demo);
	await demo.mail.sendDue();
	expect(emails.map(({ subject }) => subject)).toEqual(['Jūsu piekļuve ir apturēta', 'Jūs atkal varat ienākt']);
	await demo.mail.queue(demo.db, { kind: 'suspension', personId: (await actorOf(demo, who.officer)).id });
	await demo.mail.sendDue();
	expect(emails).toHaveLength(2);
});
