import { randomUUID } from 'node:crypto';
import { Forbidden } from '#lib/server/platform/errors.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { hiddenNow, moderationActsBefore } from '#lib/server/moderation/queries.ts';
import { readmitPerson, suspendPerson } from '#lib/server/people/suspend.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';
import { saying } from '../../support/saying.ts';
import type { TestServices } from '../../support/database.ts';

const slug = 'coimbra-2017';
const once = () => ({ commandId: randomUUID() });

async function said(demo: TestServices, author: Person, words: string): Promise<{ id: string; seq: number }> {
	return postInMeeting(demo, author, { ...once(), slug, doc: saying(words), lang: 'en' });
}

const addressOf = ({ seq }: { seq: number }) => `/meetings/${slug}/p/${seq}`;

const acts = async (demo: TestServices, actor: Person, before: number | null = null) =>
	moderationActsBefore(demo, actor, { before, locale: 'en' });

test('the leads read who did what, when and why, the newest first, and never what was said', async ({ demo }) => {
	const [lead, officer] = [await actorOf(demo, who.lead), await actorOf(demo, who.officer)];
	const { id, seq } = await said(demo, officer, 'A secret of somebody else');
	await hidePost(demo, lead, { ...once(), id, reason: 'It was told in confidence.' });
	demo.clock.advance(60);
	await restorePost(demo, lead, { ...once(), id });
	await suspendPerson(demo, lead, { ...once(), id: officer.id, reason: 'It happened again.' });
	const post = { href: `/meetings/${slug}/p/${seq}`, author: { id: officer.id, name: officer.name }, title: expect.stringMatching(/\w/) };
	const person = { id: officer.id, name: officer.name, listed: true, readmittable: true };
	const found = await acts(demo, lead);
	expect(found).toMatchObject({
		more: false,
		acts: [
			{
				action: 'person.suspended',
				by: lead.name,
				at: demo.clock.now().toISOString(),
				reason: 'It happened again.',
				kind: 'person',
				thing: person
			},
			{ action: 'post.restored', by: lead.name, reason: null, kind: 'post', thing: post },
			{ action: 'post.hidden', by: lead.name, reason: 'It was told in confidence.', kind: 'post', thing: post }
		]
	});
	expect(JSON.stringify(found)).not.toContain('secret');
	await readmitPerson(demo, lead, { ...once(), id: officer.id });
	expect((await acts(demo, lead)).acts[1]?.thing).toEqual({ ...person, readmittable: false });
});

test('what is hidden stands first for as long as it can be restored', async ({ demo }) => {
	const [lead, officer, host] = [await actorOf(demo, who.lead), await actorOf(demo, who.officer), await actorOf(demo, who.host)];
	const [first, second, third] = [await said(demo, officer, 'One'), await said(demo, host, 'Two'), await said(demo, host, 'Three')];
	for (const { id } of [first, second, third]) {
		await hidePost(demo, lead, { ...once(), id, reason: 'Not for this place.' });
		demo.clock.advance(1);
	}
	const hidden = async () => (await hiddenNow(demo, lead, 'en')).map(({ thing }) => 'href' in thing && thing.href);
	expect(await hidden()).toEqual([third, second, first].map(addressOf));
	await restorePost(demo, lead, { ...once(), id: second.id });
	await hidePost(demo, lead, { ...once(), id: second.id, reason: 'Again.' });
	expect(await hiddenNow(demo, lead, 'en')).toMatchObject([
		{ id: second.id, reason: 'Again.', by: lead.name, thing: { author: { id: host.id, name: host.name } } },
		{ id: third.id },
		{ id: first.id }
	]);
	await deletePost(demo, host, { ...once(), id: third.id });
	await restorePost(demo, lead, { ...once(), id: first.id });
	expect(await hidden()).toEqual([addressOf(second)]);
});

test('the acts come in pages, none twice and none left out', async ({ demo }) => {
	const [lead, officer] = [await actorOf(demo, who.lead), await actorOf(demo, who.officer)];
	for (let n = 0; n < 30; n += 1) {
		await suspendPerson(demo, lead, { ...once(), id: officer.id, reason: `The reason ${n}` });
		await readmitPerson(demo, lead, { ...once(), id: officer.id });
	}
	const newer = await acts(demo, lead);
	expect(newer).toMatchObject({ more: true });
	const older = await acts(demo, lead, newer.acts.at(-1)!.id);
	expect(older.more).toBe(false);
	const ids = [...newer.acts, ...older.acts].map(({ id }) => id);
	expect(ids).toHaveLength(60);
	expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
});

test('nobody but leads reads it, and of other networks nothing is in it', async ({ demo }) => {
	const [lead, officer] = [await actorOf(demo, who.lead), await actorOf(demo, who.officer)];
	const { id } = await said(demo, officer, 'One');
	await hidePost(demo, lead, { ...once(), id, reason: 'Not for this place.' });
	for (const email of [who.reader, who.local, who.officer, who.expert, who.coordinator]) {
		const actor = await actorOf(demo, email);
		await expect(acts(demo, actor)).rejects.toBeInstanceOf(Forbidden);
		await expect(hiddenNow(demo, actor, 'en')).rejects.toBeInstanceOf(Forbidden);
	}
	const stranger: Person = { ...lead, memberships: [{ network: randomUUID(), role: 'lead', city: null, expertKind: null }] };
	expect(await acts(demo, stranger)).toEqual({ acts: [], more: false });
	expect(await hiddenNow(demo, stranger, 'en')).toEqual([]);
});
