import { eq } from 'drizzle-orm';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { roleGroup } from '#lib/model/access/groups.ts';
import type { FormerCard, PersonCard } from '#lib/model/people/card.ts';
import { memberships } from '#lib/server/db/schema/people.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { setServices } from '#lib/server/services.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { practicePeople } from '../../support/practice-people.ts';
import { expect, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { rubbish } from '../../support/rubbish.ts';
import { saying } from '../../support/saying.ts';
import { askedWith } from '../../support/sent-form.ts';
import { load } from '../../../src/routes/network/people/[id]/+page.server.ts';

/** What stands at the address of a name. */
function cardAt(actor: Actor, id: string): Promise<{ card?: PersonCard; former?: FormerCard }> {
	return load(askedWith(actor, '/network/people/x', { params: { id } }) as never) as never;
}

async function leaves({ db, clock }: TestServices, { id }: Person): Promise<void> {
	await db.update(memberships).set({ endsAt: clock.now() }).where(eq(memberships.personId, id));
	clock.advance(60);
}

const says = (services: TestServices, { network }: PracticeGround, by: Person, words: string) => {
	services.clock.advance(60);
	return postMessage(services, by, { ...once(), stream: network.stream, doc: saying(words), lang: 'en' });
};

test('the name of who left leads to what they wrote and to whom one can ask now, and to no way to reach them', async ({
	services,
	ground
}) => {
	setServices(services);
	const { ines, rui, ilze, marek, network } = ground;
	await services.sql`update people set does = 'Markets', telephone = '+351 000' where id = ${ines.id}`;
	await says(services, ground, ines, 'A stall costs ten euros');
	await leaves(services, ines);
	for (const reader of [ilze, rui, marek]) {
		const { card, former } = await cardAt(reader, ines.id);
		expect(card).toBeUndefined();
		expect(former).toEqual({
			id: ines.id,
			name: 'Inês',
			city: 'co',
			ask: [{ id: rui.id, name: 'Rui', city: 'co', role: 'coordinator', expertKind: null }],
			wrote: [expect.objectContaining({ excerpt: 'A stall costs ten euros' })]
		});
	}
	await services.sql`update streams set audience = ${[roleGroup(network.id, 'lead')]} where id = ${network.stream}`;
	expect((await cardAt(ilze, ines.id)).former?.wrote).toEqual([]);
	expect((await cardAt(marek, ines.id)).former?.wrote).toHaveLength(1);
});

test('of who is suspended others learn no more than of who left, and leads find the card', async ({ services, ground }) => {
	setServices(services);
	const { ines, rui, ilze, nuria, marek } = ground;
	await suspendPerson(services, marek, { ...once(), id: ines.id, reason: 'As agreed' });
	const suspended = (await cardAt(ilze, ines.id)).former;
	expect(suspended).toMatchObject({ name: 'Inês', city: 'co', ask: [{ id: rui.id }] });
	expect((await cardAt(marek, ines.id)).card).toMatchObject({ suspended: true, act: 'readmit' });
	await leaves(services, nuria);
	expect(Object.keys((await cardAt(ilze, nuria.id)).former ?? {})).toEqual(Object.keys(suspended ?? {}));
});

test('where a city has no team any more, and of who was of none, the leads are asked', async ({ services, ground }) => {
	setServices(services);
	const { nuria, saskia, ilze, marek } = ground;
	await leaves(services, nuria);
	await leaves(services, saskia);
	for (const { id } of [nuria, saskia]) expect((await cardAt(ilze, id)).former?.ask.map((one) => one.id)).toEqual([marek.id]);
});

test('who never was of the reader’s network is not found, nor by anybody outside', async ({ services, ground }) => {
	setServices(services);
	const { ines, ilze } = ground;
	const { columns, atTheDoor } = await practicePeople(services, ground);
	await leaves(services, ines);
	await leaves(services, columns.F);
	await expect(cardAt(ilze, columns.F.id)).rejects.toMatchObject({ status: 404 });
	for (const outsider of [visitor, columns.F, ...atTheDoor])
		await expect(cardAt(outsider, ines.id)).rejects.toMatchObject({ status: 404 });
	for (const id of [...rubbish, once().commandId]) await expect(cardAt(ilze, id as string)).rejects.toMatchObject({ status: 404 });
});
