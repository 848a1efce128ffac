import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { queueEmails } from '#lib/server/notifications/email/at-once.ts';
import { queueDigests } from '#lib/server/notifications/email/digest.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { followThread } from '#lib/server/threads/follow-thread.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import type { TestServices } from '../support/database.ts';
import { excerptsFor, mention, waitsFor } from '../support/inbox.ts';
import { expect, once, test, title, type MemoGround } from './memo-ground.ts';

/** Somebody says something in the memo's thread; it has arrived, and is left for mailing. */
async function says(services: TestServices, { stream }: MemoGround, by: Person, text: string): Promise<{ id: string; seq: number }> {
	const said = await postMessage(services, by, { ...once(), stream, doc: fromMarkdown(text), lang: 'en' });
	await deliveryOf(services).due();
	await queueEmails(services);
	return said;
}

test('people of its audience are mentioned, told, and mailed at once; others are not', async ({ services, ground, emails }) => {
	const { stream, memo, ilze, rui, marek, vija, elio } = ground;
	expect((await mentionable(services, ilze, stream)).people.map(({ name }) => name)).toEqual(['Marek', 'Rui']);
	for (const outsider of [vija, elio]) {
		await expect(mentionable(services, outsider, stream)).rejects.toThrow(NotFound);
		await expect(followThread(services, outsider, { stream, level: 'all' })).rejects.toThrow(NotFound);
		// As if they had followed it while they were among its audience.
		await setFollowLevel(services.db, outsider.id, { item: { kind: 'memo', id: memo }, level: 'all', at: services.clock.now() });
	}
	const everybody = [rui, marek, vija, elio].map(mention).join(' ');
	const { seq } = await says(services, ground, ilze, `Kumquats for ${everybody}`);

	for (const reader of [rui, marek]) {
		expect(await waitsFor(services, reader)).toEqual([[seq, 'mention']]);
		expect(await excerptsFor(services, reader)).toEqual(['Kumquats for @Rui @Marek @Vija @Elio']);
	}
	for (const outsider of [vija, elio]) expect(await waitsFor(services, outsider)).toEqual([]);
	expect(await services.sql`select item_kind, count(*)::int from notifications group by item_kind`).toEqual([
		{ item_kind: 'memo', count: 2 }
	]);
	const said = JSON.stringify((await openThread(services.db, rui, { stream, locale: 'en', window: {} })).thread.posts[0]?.doc);
	for (const { id } of [rui, marek]) expect(said).toContain(id);
	for (const { id } of [vija, elio]) expect(said).not.toContain(id);

	services.clock.advance(180);
	await services.mail.sendDue();
	expect(emails.map(({ address }) => address).sort()).toEqual([rui, marek].map(({ id }) => `${id}@example.org`).sort());
	for (const { email, text, subject } of emails) {
		expect(subject).toContain(`mentions you in “Coimbra: ${title.slice(0, 20)}`);
		expect(text).toContain('> Kumquats for @Rui');
		expect(text).toContain(`https://desk.example.org/memos/${memo}/p/${seq}`);
		expect(email.thread).toBe(`memo-${memo}`);
	}
});

test('who follows it has what was said in their digest, and nobody outside its audience', async ({ services, ground, emails }) => {
	const { stream, memo, ilze, rui, vija } = ground;
	await followThread(services, rui, { stream, level: 'all' });
	await setFollowLevel(services.db, vija.id, { item: { kind: 'memo', id: memo }, level: 'all', at: services.clock.now() });
	for (const { id } of [rui, vija])
		await services.sql`insert into email_times (person_id, rhythm, hour, weekday) values (${id}, 'daily', 17, 1)`;
	services.clock.set('2026-11-20T09:00:00Z');
	await says(services, ground, ilze, 'Kumquats again');
	for (let hour = 10; hour < 24; hour += 1) {
		services.clock.set(`2026-11-20T${hour}:00:00Z`);
		await queueDigests(services);
		await services.mail.sendDue();
	}
	expect(emails).toHaveLength(1);
	expect(emails[0]).toMatchObject({ address: `${rui.id}@example.org` });
	expect(emails[0]?.text).toContain(title);
	expect(emails[0]?.text).toMatch(/Ilze wrote, [^]+> Kumquats again/);
	expect(await services.sql`select kind, state, person_id from mails`).toEqual([{ kind: 'digest', state: 'sent', person_id: rui.id }]);
});

test('who is no longer among its audience has lost what was told before, and is not mailed it', async ({ services, ground, emails }) => {
	const { stream, network, ilze, rui, marek } = ground;
	await says(services, ground, ilze, `For ${mention(marek)} and ${mention(rui)}`);
	expect(await waitsFor(services, marek)).toHaveLength(1);
	await services.sql`update streams set audience = ${[`city:${network.id}:co`]} where id = ${stream}`;
	expect(await openInbox(services.db, marek, { view: 'waiting' })).toMatchObject({ entries: [], waiting: 0 });
	expect((await openDesk(services, marek, 'en')).addressed).toMatchObject({ inbox: { entries: [] }, cards: {} });
	expect(await waitsFor(services, rui)).toHaveLength(1);
	services.clock.advance(180);
	await services.mail.sendDue();
	expect(emails.map(({ address }) => address)).toEqual([`${rui.id}@example.org`]);
});
