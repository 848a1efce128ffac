import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { visitor, type Person } from '#lib/model/access/actor.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { cityMention, personMention } from '#lib/model/documents/mentions.ts';
import type { Database } from '#lib/server/db/client.ts';
import { networks, partners } from '#lib/server/db/schema/networks.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { editPost } from '#lib/server/threads/change-post.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { withTrueMentions } from '#lib/server/threads/true-mentions.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { waitsFor } from '../../support/inbox.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork, type SmallNetwork } from '../../support/thread.ts';

const before = new Date('2026-01-01T00:00:00Z');
const yesterday = new Date('2026-11-19T09:00:00Z');
const tomorrow = new Date('2026-11-21T09:00:00Z');

/** A small network with people in every state towards it, their memberships held in the database. */
async function settled(services: TestServices) {
	const { db } = services;
	const network = await smallNetwork(services);
	const [city] = await db
		.update(partners)
		.set({ name: { en: 'Coimbra', lv: 'Koimbra' } })
		.returning();
	const elsewhere = randomUUID();
	const [here] = await db.select().from(networks);
	if (!here || !city) throw new Error('There is no network');
	await db.insert(networks).values({ ...here, id: elsewhere, slug: 'elsewhere' });
	await db.insert(partners).values({ ...city, id: randomUUID(), networkId: elsewhere, code: 'ny', slug: 'nysa', name: { en: 'Nysa' } });
	const joins = async (name: string, held: { startsAt: Date; endsAt?: Date } = { startsAt: before }): Promise<Person> => {
		const person = await network.person(name);
		await db.update(memberships).set(held).where(eq(memberships.personId, person.id));
		return person;
	};
	const foreign = await network.person('Fien Foreign', { network: elsewhere, role: 'expert', city: null, expertKind: 'adhoc' });
	await db
		.insert(memberships)
		.values({ id: randomUUID(), personId: foreign.id, networkId: elsewhere, role: 'expert', expertKind: 'adhoc', startsAt: before });
	const suspended = await joins('Sofia Suspended');
	await db
		.update(people)
		.set({ suspendedAt: yesterday, suspendedBy: suspended.id, suspendedReason: 'A test' })
		.where(eq(people.id, suspended.id));
	return {
		network,
		joins,
		ilze: await joins('Ilze Ozolkalne'),
		rui: await joins('Rui Ponteclara'),
		suspended,
		left: await joins('Lena Left', { startsAt: before, endsAt: yesterday }),
		future: await joins('Fabio Future', { startsAt: tomorrow }),
		foreign
	};
}

const mention = ({ id, name }: Person, words = `@${name}`) => `[${words}](${personMention(id)})`;

async function said(services: TestServices, { stream }: SmallNetwork, reader: Person): Promise<string> {
	const { thread } = await openThread(services.db, reader, { stream, locale: 'en', window: {} });
	const doc = thread.posts.at(-1)?.doc;
	return doc ? toMarkdown(doc).trimEnd() : '';
}

const message = (stream: string, doc: Doc) => ({ commandId: randomUUID(), stream, doc, lang: 'en' });

test('the list holds who may read the meeting now, oneself left out, and the cities', async ({ services }) => {
	const { network, ilze, rui, foreign } = await settled(services);
	expect(await mentionable(services, ilze, network.stream)).toEqual({
		people: [{ id: rui.id, name: 'Rui Ponteclara', city: 'co', role: 'officer', expertKind: null }],
		cities: ['co']
	});
	await expect(mentionable(services, foreign, network.stream)).rejects.toThrow(NotFound);
	await expect(mentionable(services, visitor, network.stream)).rejects.toThrow(NotFound);
	await expect(mentionable(services, { ...ilze, suspended: true }, network.stream)).rejects.toThrow(NotFound);
	await expect(mentionable(services, ilze, 'meeting:nowhere')).rejects.toThrow(NotFound);
});

test('two of one name, city and role come with the domains of their addresses, and nobody else does', async ({ services }) => {
	const { network, ilze, rui, joins } = await settled(services);
	const [one, other] = [await joins('Ana Silva'), await joins('Ana Silva')];
	await services.db.update(people).set({ email: 'ana.silva@cm-coimbra.example' }).where(eq(people.id, one.id));
	await services.db.update(people).set({ email: 'ana@uc.example' }).where(eq(people.id, other.id));
	const { people: found } = await mentionable(services, ilze, network.stream);
	expect(new Map(found.map(({ id, mailAt }) => [id, mailAt]))).toEqual(
		new Map([
			[one.id, 'cm-coimbra.example'],
			[other.id, 'uc.example'],
			[rui.id, undefined]
		])
	);
});

test('two whose domain is the same too come with their whole addresses, as the directory has them', async ({ services }) => {
	const { network, ilze, joins } = await settled(services);
	const [one, other, third] = [await joins('Ana Silva'), await joins('Ana Silva'), await joins('Ana Silva')];
	await services.db.update(people).set({ email: 'ana.silva@cm-coimbra.example' }).where(eq(people.id, one.id));
	await services.db.update(people).set({ email: 'ana.m.silva@cm-coimbra.example' }).where(eq(people.id, other.id));
	await services.db.update(people).set({ email: 'ana@uc.example' }).where(eq(people.id, third.id));
	const { people: found } = await mentionable(services, ilze, network.stream);
	expect(found.flatMap(({ mailAt }) => mailAt ?? []).sort()).toEqual([
		'ana.m.silva@cm-coimbra.example',
		'ana.silva@cm-coimbra.example',
		'uc.example'
	]);
});

test('true mentions stay, in the post and in its event', async ({ services }) => {
	const { network, ilze, rui } = await settled(services);
	const text = `${mention(rui)} and ${mention(ilze)} of [@Coimbra](${cityMention('co')}), lv. [@Koimbra](${cityMention('co')})`;
	await postMessage(services, ilze, message(network.stream, fromMarkdown(text)));
	expect(await said(services, network, rui)).toBe(text);
	expect(JSON.stringify(await eventsSince(services.sql, network.stream, 0, 10))).toContain(personMention(rui.id));
});

test('false mentions come out as the words they were', async ({ services }) => {
	const { network, ilze, rui, suspended, left, future, foreign } = await settled(services);
	const nobody = { ...rui, id: randomUUID() };
	const false_ = [
		...[suspended, left, future, foreign, nobody].map((person) => mention(person)),
		mention(rui, '@Ilze Ozolkalne'),
		mention(rui, 'Rui Ponteclara'),
		`[@Nysa](${cityMention('ny')})`,
		`[@Daugavpils](${cityMention('co')})`,
		`[@Atlantis](${cityMention('at')})`
	];
	const text = [...false_, mention(rui), 'see [the plan](https://example.org)'].join(', ');
	await postMessage(services, ilze, message(network.stream, fromMarkdown(text)));
	const words = false_.map((one) => /\[(.*)\]/.exec(one)?.[1]);
	expect(await said(services, network, rui)).toBe([...words, mention(rui), 'see [the plan](https://example.org)'].join(', '));
	const recorded = JSON.stringify(await eventsSince(services.sql, network.stream, 0, 10));
	for (const { id } of [suspended, left, future, foreign, nobody]) expect(recorded).not.toContain(id);
});

test('an edit is looked at as well', async ({ services }) => {
	const { network, ilze, rui, foreign } = await settled(services);
	const { id } = await postMessage(services, ilze, message(network.stream, saying('First')));
	const doc = fromMarkdown(`${mention(rui)} and ${mention(foreign)}`);
	await editPost(services, ilze, { commandId: randomUUID(), id, revision: 1, doc, lang: 'en' });
	expect(await said(services, network, rui)).toBe(`${mention(rui)} and @Fien Foreign`);
});

test('who has another name by now is mentioned by it: in an old post that is edited, in a draft, on a page opened before', async ({
	services
}) => {
	const { network, ilze, rui } = await settled(services);
	const former = mention(rui);
	const { id } = await postMessage(services, ilze, message(network.stream, fromMarkdown(`${former}, look`)));
	await services.db.update(people).set({ name: 'Rui Novo' }).where(eq(people.id, rui.id));
	const now = mention({ ...rui, name: 'Rui Novo' });
	const edit = { commandId: randomUUID(), id, revision: 1, doc: fromMarkdown(`${former}, look here`), lang: 'en' };
	await editPost(services, ilze, edit);
	expect(await said(services, network, rui)).toBe(`${now}, look here`);
	await postMessage(services, ilze, message(network.stream, fromMarkdown(`${former} and ${mention(rui, '@Rui')}, **${former}**`)));
	expect(await said(services, network, rui)).toBe(`${now} and ${now}, ${mention(rui, '**@Rui Novo**')}`);
	await deliveryOf(services).due();
	expect(await waitsFor(services, rui)).toHaveLength(2);
});

test('who is mentioned in a post stays so when it is edited, also where somebody else bears that name by now', async ({ services }) => {
	const { network, ilze, rui, joins } = await settled(services);
	const former = mention(rui);
	const { id } = await postMessage(services, ilze, message(network.stream, fromMarkdown(former)));
	await services.db.update(people).set({ name: 'Rui Novo' }).where(eq(people.id, rui.id));
	await joins('Rui Ponteclara');
	await editPost(services, ilze, { commandId: randomUUID(), id, revision: 1, doc: fromMarkdown(`${former}, look`), lang: 'en' });
	expect(await said(services, network, rui)).toBe(`${mention({ ...rui, name: 'Rui Novo' })}, look`);
	await postMessage(services, ilze, message(network.stream, fromMarkdown(former)));
	expect(await said(services, network, rui)).toBe('@Rui Ponteclara');
});

test('the same command again, its false mention still in it, is the same post', async ({ services }) => {
	const { network, ilze, foreign } = await settled(services);
	const once = message(network.stream, fromMarkdown(mention(foreign)));
	expect(await postMessage(services, ilze, once)).toEqual(await postMessage(services, ilze, once));
});

test('a text without mentions asks nothing of the database', async () => {
	const closed = new Proxy(
		{},
		{
			get: () => {
				throw new Error('asked');
			}
		}
	) as Database;
	const doc = fromMarkdown('Write to ilze@example.org, [here](https://example.org) or @Ilze');
	expect(await withTrueMentions(closed, { doc, thread: { network: randomUUID(), audience: [] }, now: before })).toBe(doc);
});
