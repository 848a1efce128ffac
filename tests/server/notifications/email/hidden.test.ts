import { randomUUID } from 'node:crypto';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { mailWhatArrives } from '#lib/server/notifications/email/at-once.ts';
import { editPost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { actorOf, who } from '../../../support/actors.ts';
import type { TestServices } from '../../../support/database.ts';
import { expect, test } from '../../../support/demo.ts';
import { arrive, says, slug } from '../../../support/talk.ts';

const secondsOn = async (services: TestServices, seconds: number) => {
	services.clock.advance(seconds);
	await services.mail.sendDue();
};
const hide = async (services: TestServices, id: string) => {
	await hidePost(services, await actorOf(services, who.lead), { commandId: randomUUID(), id, reason: 'It names a child' });
	await arrive(services);
};

test('whose message is hidden has an email with the reason and the place, and none of its words', async ({ demo, emails }) => {
	const { id, seq } = await says(demo, who.officer, 'a secret of somebody');
	await hide(demo, id);
	await secondsOn(demo, 121);
	const { name: lead } = await actorOf(demo, who.lead);
	expect(emails.map(({ address, email }) => [address, email.title])).toEqual([[who.officer, `${lead} paslēpa jūsu ziņu`]]);
	const [{ text, html } = { text: '', html: '' }] = emails;
	expect(text).toContain('> It names a child');
	expect(text).toContain('Ja domājat, ka tā ir kļūda, rakstiet vadošajam partnerim.');
	expect(text).toContain(`https://desk.example.org/meetings/${slug}/p/${seq}`);
	expect(text + html).not.toContain('secret');
});

test('restored afterwards, the author has an email about that too; restored within the two minutes, only about that', async ({
	demo,
	emails
}) => {
	const stop = mailWhatArrives(demo);
	const restore = async (id: string) => {
		await restorePost(demo, await actorOf(demo, who.lead), { commandId: randomUUID(), id });
		await arrive(demo);
	};
	const { name: lead } = await actorOf(demo, who.lead);
	const { id } = await says(demo, who.officer, 'said well');
	await hide(demo, id);
	await secondsOn(demo, 121);
	await restore(id);
	await secondsOn(demo, 121);
	const [hidden, restored] = [`${lead} paslēpa jūsu ziņu`, `${lead} jūsu ziņu atkal padarīja redzamu`];
	expect(emails.map(({ email }) => email.title)).toEqual([hidden, restored]);
	await hide(demo, id);
	await restore(id);
	await secondsOn(demo, 121);
	expect(emails.map(({ email }) => email.title)).toEqual([hidden, restored, restored]);
	stop();
});

test('who is suspended before the email left hears of the suspension alone', async ({ demo, emails }) => {
	const { id } = await says(demo, who.officer, 'something rude');
	await hide(demo, id);
	const officer = await actorOf(demo, who.officer);
	await suspendPerson(demo, await actorOf(demo, who.lead), { commandId: randomUUID(), id: officer.id, reason: 'Rude to everybody' });
	await secondsOn(demo, 121);
	expect(emails.map(({ subject }) => subject)).toEqual(['Jūsu piekļuve ir apturēta']);
});

test('a mention that is edited out within the two minutes is not mailed; what was answered is not either', async ({ demo, emails }) => {
	const host = await actorOf(demo, who.host);
	const out = await says(demo, who.host, 'a slip', { to: [who.officer] });
	await editPost(demo, host, { commandId: randomUUID(), id: out.id, revision: 1, doc: fromMarkdown('a slip'), lang: 'en' });
	await arrive(demo);
	const asked = await says(demo, who.host, 'which hours?', { to: [who.expert] });
	await says(demo, who.expert, 'The morning', { replyTo: asked.seq });
	await secondsOn(demo, 121);
	expect(emails.map(({ address }) => address)).toEqual([who.host]);
});
