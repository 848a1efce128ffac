import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { audit } from '#lib/server/db/schema/streams.ts';
import { invitations, memberships } from '#lib/server/db/schema/people.ts';
import { networks } from '#lib/server/db/schema/networks.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { directory, findPartner } from '#lib/server/people/directory.ts';
import { acceptAsNewcomer } from '#lib/server/people/accept.ts';
import { renewInvitation } from '#lib/server/people/invitations.ts';
import { invitePerson } from '#lib/server/people/invite.ts';
import { readmitPerson, suspendPerson } from '#lib/server/people/suspend.ts';
import { suspensionOf } from '#lib/server/access/suspension.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';
import { rubbish } from '../../support/rubbish.ts';
import { saying } from '../../support/saying.ts';
import type { TestServices } from '../../support/database.ts';

const reason = 'Wrote to people who had asked not to be written to.';
const suspend = ({ id }: Person) => ({ commandId: randomUUID(), id, reason });
const readmit = ({ id }: Person) => ({ commandId: randomUUID(), id });

async function cast(demo: TestServices) {
	const [lead, officer, expert] = await Promise.all([who.lead, who.officer, who.expert].map((email) => actorOf(demo, email)));
	return { lead: lead!, officer: officer!, expert: expert! };
}

const acts = (demo: TestServices) => demo.db.select().from(audit).where(eq(audit.subjectKind, 'person')).orderBy(audit.id);

/** A network of its own for somebody of the cast. */
async function elsewhere({ db }: TestServices, person: Person, role: 'lead' | 'officer'): Promise<string> {
	const [network] = await db.select().from(networks);
	const [held] = await db.select().from(memberships).where(eq(memberships.personId, person.id));
	const id = randomUUID();
	await db.insert(networks).values({ ...network!, id, slug: 'elsewhere' });
	await db.insert(memberships).values({ ...held!, id: randomUUID(), networkId: id, role });
	return id;
}

test('a lead suspends an officer, with a reason; what the officer wrote stays', async ({ demo }) => {
	const { lead, officer } = await cast(demo);
	await postInMeeting(demo, officer, { commandId: randomUUID(), slug: 'coimbra-2017', doc: saying('Stays here'), lang: 'en' });
	const told: string[] = [];
	demo.personChanged.listen((id) => told.push(id));
	await suspendPerson(demo, lead, suspend(officer));
	expect(told).toEqual([officer.id]);
	expect(await actorOf(demo, who.officer)).toMatchObject({ suspended: true, memberships: officer.memberships });
	expect(await suspensionOf(demo.db, officer.id)).toEqual({ since: demo.clock.now().toISOString(), reason });
	const { stream } = await meetingAt(demo.db, lead, 'coimbra-2017');
	const { thread } = await openThread(demo.db, lead, { stream, locale: 'en', window: {} });
	expect(JSON.stringify(thread.posts)).toContain('Stays here');
	await expect(
		postInMeeting(demo, await actorOf(demo, who.officer), {
			commandId: randomUUID(),
			slug: 'coimbra-2017',
			doc: saying('No more'),
			lang: 'en'
		})
	).rejects.toBeInstanceOf(NotFound);
});

test('who is readmitted is what they were before', async ({ demo }) => {
	const { lead, officer } = await cast(demo);
	await suspendPerson(demo, lead, suspend(officer));
	const told: string[] = [];
	demo.personChanged.listen((id) => told.push(id));
	await readmitPerson(demo, lead, readmit(officer));
	expect(told).toEqual([officer.id]);
	expect(await actorOf(demo, who.officer)).toEqual(officer);
	expect(await suspensionOf(demo.db, officer.id)).toBeNull();
});

const guest = { name: 'Jana Pludmale', role: 'officer', city: 'da', locale: 'lv' };
const comeIn = { name: 'Jana Pludmale', password: 'four words for somebody', locale: 'lv', timeZone: 'Europe/Riga' };

async function inviting(demo: TestServices, inviter: Person, email: string) {
	const [held] = inviter.memberships;
	const issued = await invitePerson(demo, inviter, held?.network ?? '', { ...guest, commandId: randomUUID(), email });
	return { id: issued.id, token: issued.url.split('/').at(-1) ?? '' };
}

test('what the suspended sent and nobody answered lets nobody in, and stays withdrawn when they are readmitted', async ({ demo }) => {
	const { lead } = await cast(demo);
	const coordinator = await actorOf(demo, who.coordinator);
	const answered = await inviting(demo, coordinator, 'answered@city.example');
	await acceptAsNewcomer(demo, answered.token, comeIn);
	const open = await inviting(demo, coordinator, 'open@city.example');
	const others = await inviting(demo, lead, 'others@city.example');
	expect(await suspendPerson(demo, lead, suspend(coordinator))).toEqual({ id: coordinator.id, withdrawn: 1 });
	await expect(acceptAsNewcomer(demo, open.token, comeIn)).rejects.toEqual(new Conflict('link_used_up'));
	await readmitPerson(demo, lead, readmit(coordinator));
	await expect(acceptAsNewcomer(demo, open.token, comeIn)).rejects.toEqual(new Conflict('link_used_up'));
	await expect(acceptAsNewcomer(demo, others.token, comeIn)).resolves.toBeTruthy();
	const withdrawn = await demo.db.select().from(audit).where(eq(audit.action, 'invitation.withdrawn'));
	expect(withdrawn).toMatchObject([{ actorId: lead.id, subjectId: open.id, networkId: lead.memberships[0]?.network }]);
});

test('an invitation goes with whoever gave its link last', async ({ demo }) => {
	const { lead } = await cast(demo);
	const coordinator = await actorOf(demo, who.coordinator);
	const renewed = async (by: Person, id: string) => (await renewInvitation(demo, by, { id })).url.split('/').at(-1) ?? '';
	const hers = await inviting(demo, lead, 'hers@city.example');
	const herLink = await renewed(coordinator, hers.id);
	const his = await inviting(demo, coordinator, 'his@city.example');
	const hisLink = await renewed(lead, his.id);
	expect(await suspendPerson(demo, lead, suspend(coordinator))).toMatchObject({ withdrawn: 1 });
	await expect(acceptAsNewcomer(demo, herLink, comeIn)).rejects.toEqual(new Conflict('link_used_up'));
	await expect(acceptAsNewcomer(demo, hisLink, comeIn)).resolves.toBeTruthy();
	const again = await inviting(demo, lead, 'again@city.example');
	await expect(renewInvitation(demo, coordinator, { id: again.id })).rejects.toBeInstanceOf(Forbidden);
});

test('an invitation that is sent while its sender is being suspended never stays open', async ({ demo }) => {
	const { lead } = await cast(demo);
	const coordinator = await actorOf(demo, who.coordinator);
	await Promise.allSettled([
		suspendPerson(demo, lead, suspend(coordinator)),
		...['one', 'two', 'three'].map((name) => inviting(demo, coordinator, `${name}@city.example`))
	]);
	const sent = await demo.db.select().from(invitations).where(eq(invitations.invitedBy, coordinator.id));
	expect(sent.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
	await expect(inviting(demo, coordinator, 'late@city.example')).rejects.toBeInstanceOf(Forbidden);
});

test('the audit keeps who, when and why, and takes nothing back', async ({ demo }) => {
	const { lead, officer } = await cast(demo);
	await suspendPerson(demo, lead, suspend(officer));
	demo.clock.advance(60);
	await readmitPerson(demo, lead, readmit(officer));
	const [network] = officer.memberships.map((held) => held.network);
	const common = { actorId: lead.id, subjectKind: 'person', subjectId: officer.id, networkId: network };
	const kept = await acts(demo);
	expect(kept).toMatchObject([
		{ ...common, action: 'person.suspended', reason },
		{ ...common, action: 'person.readmitted', reason: null, at: demo.clock.now() }
	]);
	await expect(demo.sql`update audit set reason = 'Another'`).rejects.toThrow('append-only');
	await expect(demo.sql`delete from audit`).rejects.toThrow('append-only');
	expect(await acts(demo)).toEqual(kept);
});

test('the same command twice, even at the same time, suspends once', async ({ demo }) => {
	const { lead, officer } = await cast(demo);
	const once = suspend(officer);
	const answers = await Promise.all([once, once, once].map((input) => suspendPerson(demo, lead, input)));
	expect(answers).toEqual(Array.from({ length: 3 }, () => ({ id: officer.id, withdrawn: 0 })));
	await expect(suspendPerson(demo, lead, { ...once, reason: 'Another reason' })).rejects.toBeInstanceOf(Conflict);
	await expect(suspendPerson(demo, lead, suspend(officer))).rejects.toBeInstanceOf(Forbidden);
	expect(await acts(demo)).toHaveLength(1);
	await readmitPerson(demo, lead, readmit(officer));
	await suspendPerson(demo, lead, once);
	expect(await actorOf(demo, who.officer)).toMatchObject({ suspended: false });
});

test('a reason is words, neither too few nor too many', async ({ demo }) => {
	const { lead, officer } = await cast(demo);
	for (const wrong of ['', 'no', '\u200b\u200b\u200b', '\u0000\u0000\u0000', 'x'.repeat(501), ...rubbish]) {
		if (wrong === 'null') continue;
		await expect(suspendPerson(demo, lead, { ...suspend(officer), reason: wrong })).rejects.toBeInstanceOf(Invalid);
	}
	for (const wrong of rubbish) {
		await expect(suspendPerson(demo, lead, { ...suspend(officer), id: wrong })).rejects.toBeInstanceOf(Invalid);
		await expect(readmitPerson(demo, lead, { ...readmit(officer), id: wrong })).rejects.toBeInstanceOf(Invalid);
	}
	await expect(suspendPerson(demo, lead, { ...suspend(officer), id: randomUUID() })).rejects.toBeInstanceOf(NotFound);
	expect(await acts(demo)).toEqual([]);
	await suspendPerson(demo, lead, { ...suspend(officer), reason: ' one\u0000 \r\ntwo ' });
	expect(await suspensionOf(demo.db, officer.id)).toMatchObject({ reason: 'one \ntwo' });
});

test('nobody suspends a lead, or themselves; nobody but leads suspends or readmits', async ({ demo }) => {
	const { lead, officer, expert } = await cast(demo);
	const [held] = await demo.db.select().from(memberships).where(eq(memberships.personId, lead.id));
	await demo.db.insert(memberships).values({ ...held!, id: randomUUID(), personId: expert.id });
	await expect(suspendPerson(demo, lead, suspend(expert))).rejects.toBeInstanceOf(Forbidden);
	await expect(suspendPerson(demo, lead, suspend(lead))).rejects.toBeInstanceOf(Forbidden);
	await expect(suspendPerson(demo, officer, suspend(lead))).rejects.toBeInstanceOf(Forbidden);
	await expect(readmitPerson(demo, lead, readmit(officer))).rejects.toBeInstanceOf(Forbidden);
	await suspendPerson(demo, lead, suspend(officer));
	const coordinator = await actorOf(demo, who.coordinator);
	await expect(readmitPerson(demo, coordinator, readmit(officer)), 'does not see the suspended').rejects.toBeInstanceOf(NotFound);
	await expect(readmitPerson(demo, { kind: 'visitor' }, readmit(officer))).rejects.toBeInstanceOf(NotFound);
	await expect(readmitPerson(demo, await actorOf(demo, who.officer), readmit(officer))).rejects.toBeInstanceOf(NotFound);
});

test("another network's lead does not find the person; one of two networks is beyond a lead of one", async ({ demo }) => {
	const { lead, officer, expert } = await cast(demo);
	const network = await elsewhere(demo, lead, 'lead');
	await demo.db.delete(memberships).where(eq(memberships.networkId, network));
	const stranger: Person = { ...expert, memberships: [{ network, role: 'lead', city: null, expertKind: null }] };
	await expect(suspendPerson(demo, stranger, suspend(officer))).rejects.toBeInstanceOf(NotFound);
	const [held] = await demo.db.select().from(memberships).where(eq(memberships.personId, officer.id));
	await demo.db.insert(memberships).values({ ...held!, id: randomUUID(), networkId: network });
	await expect(suspendPerson(demo, stranger, suspend(officer))).rejects.toBeInstanceOf(Forbidden);
	await expect(suspendPerson(demo, lead, suspend(officer))).rejects.toBeInstanceOf(Forbidden);
});

test('who leads all networks of a person suspends in all, and each has it in its books', async ({ demo }) => {
	const { officer } = await cast(demo);
	const network = await elsewhere(demo, officer, 'officer');
	await demo.db.insert(memberships).values({
		id: randomUUID(),
		personId: (await actorOf(demo, who.lead)).id,
		networkId: network,
		role: 'lead',
		startsAt: demo.clock.now()
	});
	await suspendPerson(demo, await actorOf(demo, who.lead), suspend(officer));
	const kept = (await acts(demo)).map(({ networkId }) => networkId);
	expect(kept.sort()).toEqual([network, ...officer.memberships.map((held) => held.network)].sort());
});

test('the lists show the suspended to leads alone, and to leads what they may do', async ({ demo }) => {
	const { lead, officer } = await cast(demo);
	const reader = await actorOf(demo, who.reader);
	const list = async (actor: Person) =>
		(await findPartner(demo, actor, 'daugavpils')).people.map(({ email, suspended, act }) => [email, suspended, act]);
	await suspendPerson(demo, lead, suspend(officer));
	expect(await list(lead)).toEqual([
		[who.coordinator, false, 'suspend'],
		[who.officer, true, 'readmit'],
		[who.local, false, 'suspend']
	]);
	expect(await list(reader)).toEqual([
		[who.coordinator, false, null],
		[who.local, false, null]
	]);
	const { partners } = await directory(demo, lead);
	expect(partners[0]?.people.find(({ id }) => id === lead.id)).toMatchObject({ act: null, suspended: false });
});
