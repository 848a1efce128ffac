import { adoptionStream } from '#lib/model/adoptions/adoption.ts';
import { hideLogEntry } from '#lib/server/adoptions/hide-log.ts';
import { addLogEntry } from '#lib/server/adoptions/log.ts';
import { moveAdoption, stopAdoption } from '#lib/server/adoptions/steps.ts';
import { requireReal } from '#lib/server/boot/installation-kind.ts';
import { emailTemplates } from '#lib/server/mail/template.ts';
import { leaveReminders } from '#lib/server/notifications/reminders/due.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { expect, inboxOf, leaveAdoption, once, test as base, type TestServices } from '../../support/adoptions.ts';
import { collecting, type Collected } from '../../support/collecting.ts';
import { servicesOn } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';

const test = base
	.extend<{ emails: Collected[] }>({ emails: async ({ task: _ }, use) => use([]) })
	.override('services', async ({ database, emails }, { onCleanup }) => {
		const services = servicesOn(database, parseConfig({ DEMO: 'off', PUBLIC_URL: 'https://desk.example.org' }), [collecting(emails)]);
		services.mail.start(services, emailTemplates.get());
		await requireReal(services);
		onCleanup(() => services.close());
		return services;
	});

/** So many mornings pass, each with its look at what is due. */
async function pass(services: TestServices, days: number): Promise<void> {
	for (let day = 0; day < days; day++) {
		services.clock.advance(86_400);
		await leaveReminders(services);
	}
	await services.mail.sendDue();
}

const asked = /^Nothing new since .*\. How is it going\?$/;

test('after sixty days without news the city is asked once how it is going, and anew after the next news', async ({
	services,
	ground,
	emails
}) => {
	const { ilze, ines } = ground;
	const { id } = await leaveAdoption(services, ground);
	await pass(services, 59);
	expect(await inboxOf(services, ilze, 'informing')).toEqual([]);
	await pass(services, 20);
	expect(await inboxOf(services, ilze, 'informing')).toEqual(['Nothing new since 20 November 2026. How is it going?']);
	expect(await inboxOf(services, ines, 'informing')).not.toContainEqual(expect.stringMatching(asked));
	expect(emails.map(({ address, subject }) => [address, subject])).toEqual([
		[`${ilze.id}@example.org`, 'How is it going: Quince market']
	]);
	expect(emails[0]?.text).toMatch(/https:\/\/desk\.example\.org\/practices\/quince-market-[0-9a-z]{8}\/adoptions\/da/);
	await moveAdoption(services, ilze, { ...once(), id, stage: 'adapt', note: '' });
	await pass(services, 62);
	expect(emails).toHaveLength(2);
});

test('what the two cities say to each other is news, and what has stopped is asked nothing', async ({ services, ground, emails }) => {
	const { ilze, ines } = ground;
	const { id } = await leaveAdoption(services, ground);
	await pass(services, 40);
	await postMessage(services, ines, { ...once(), stream: adoptionStream(id), doc: saying('Come and see'), lang: 'en' });
	await pass(services, 30);
	expect(await inboxOf(services, ilze, 'informing')).toEqual(['Come and see']);
	await pass(services, 32);
	expect(await inboxOf(services, ilze, 'informing')).toContainEqual(expect.stringMatching(asked));
	await stopAdoption(services, ilze, { ...once(), id, reason: 'No square' });
	await pass(services, 62);
	expect(emails.filter(({ subject }) => subject.startsWith('How is it going'))).toHaveLength(1);
});

test('a lead who hides an old entry of the log tells nothing new about how it is going', async ({ services, ground, emails }) => {
	const { ilze, marek } = ground;
	const { id } = await leaveAdoption(services, ground);
	const entry = await addLogEntry(services, ilze, {
		...once(),
		id,
		kind: 'news',
		doc: saying('A square is found'),
		lang: 'en',
		files: []
	});
	await pass(services, 40);
	await hideLogEntry(services, marek, { ...once(), id: entry.id, reason: 'It names a child' });
	await pass(services, 22);
	expect(emails.filter(({ subject }) => subject.startsWith('How is it going'))).toHaveLength(1);
});
