import { inspect } from 'node:util';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { draftStream } from '#lib/model/practices/practice.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { welcomeOf } from '#lib/server/desk/welcome.ts';
import { startSession, actorFromCookies } from '#lib/server/auth/session.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { invitations, people } from '#lib/server/db/schema/people.ts';
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from '#lib/server/platform/errors.ts';
import { acceptAsNewcomer, acceptSignedIn } from '#lib/server/people/accept.ts';
import { openInvitations, renewInvitation, withdrawInvitation } from '#lib/server/people/invitations.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { administrator, invitePerson } from '#lib/server/people/invite.ts';
import { readInvitation } from '#lib/server/people/read-invitation.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';
import { rubbish } from '../../support/rubbish.ts';
import { saying } from '../../support/saying.ts';
import { tellPractices } from '../../support/told-practices.ts';
import type { TestServices } from '../../support/database.ts';

const someone = { name: 'Jana Pludmale', email: 'Jana.Pludmale@daugavpils.example', role: 'officer', city: 'da', locale: 'lv' };
const newcomer = { name: 'Jana Pludmale', password: 'four words for Daugavpils', locale: 'lv', timeZone: 'Europe/Riga' };

const networkOf = (person: Person) => person.memberships[0]?.network ?? '';
const tokenOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? '';

async function invite(services: TestServices, email: string, change: Record<string, unknown> = {}) {
	const actor = await actorOf(services, email);
	return invitePerson(services, actor, networkOf(actor), { commandId: randomUUID(), ...someone, ...change });
}

test('a coordinator invites an officer of the own city, who comes in and is one', async ({ demo, emails }) => {
	const issued = await invite(demo, who.coordinator);
	expect(issued).toMatchObject({ mailed: true, url: expect.stringMatching(/^https:\/\/desk\.example\.org\/invitation\/[\w-]{43}$/) });
	await demo.mail.sendDue();
	expect(emails[0]).toMatchObject({
		address: 'jana.pludmale@daugavpils.example',
		lang: 'lv',
		subject: 'Vija Tiltakrasta aicina jūs tīklā Gen-Y City'
	});
	expect(emails[0]?.text).toContain('Vija Tiltakrasta aicina');
	expect(emails[0]?.text).toContain('Pilsētas speciālists, Daugavpils');
	expect(emails[0]?.text).toContain(issued.url);
	expect(await readInvitation(demo, tokenOf(issued), 'en')).toMatchObject({
		state: 'open',
		city: 'Daugavpils',
		timeZone: 'Europe/Riga',
		hasAccount: false,
		inviter: 'Vija Tiltakrasta'
	});

	await expect(acceptAsNewcomer(demo, tokenOf(issued), { ...newcomer, password: 'Daugavpils2026' })).rejects.toEqual(
		new Invalid([{ field: 'password', code: 'tells_owner' }])
	);
	const id = await acceptAsNewcomer(demo, tokenOf(issued), newcomer);
	const { token } = await startSession(demo, id, '');
	const { actor } = await actorFromCookies(demo, `swing=${token}`);
	expect(actor).toMatchObject({ name: 'Jana Pludmale', locale: 'lv', memberships: [{ role: 'officer', city: 'da' }] });
	await expect(
		signIn(demo, { email: someone.email, password: newcomer.password }, { address: '::1', userAgent: null })
	).resolves.toHaveProperty('token');
	expect(await readInvitation(demo, tokenOf(issued), 'en')).toMatchObject({ state: 'used' });
	await expect(acceptAsNewcomer(demo, tokenOf(issued), newcomer)).rejects.toEqual(new Conflict('link_used_up'));
});

test('only a hash of the link is kept', async ({ demo }) => {
	const token = tokenOf(await invite(demo, who.lead));
	expect(JSON.stringify(await demo.db.select().from(invitations))).not.toContain(token);
});

test('who may invite whom', async ({ demo }) => {
	const may: [string, Record<string, unknown>][] = [
		[who.lead, { role: 'lead', city: 'po' }],
		[who.lead, { role: 'coordinator', city: 'gr' }],
		[who.lead, { role: 'expert', city: '', expertKind: 'lead' }],
		[who.lead, { role: 'reader', city: '' }],
		[who.coordinator, { role: 'local', city: 'da' }]
	];
	for (const [email, change] of may) await expect(invite(demo, email, change)).resolves.toHaveProperty('url');
	const mayNot: [string, Record<string, unknown>][] = [
		[who.coordinator, { role: 'coordinator' }],
		[who.coordinator, { role: 'officer', city: 'ge' }],
		[who.coordinator, { role: 'expert', city: '' }],
		[who.coordinator, { role: 'lead', city: 'da' }],
		[who.officer, {}],
		[who.expert, {}],
		[who.local, {}],
		[who.reader, {}]
	];
	for (const [email, change] of mayNot)
		await expect(invite(demo, email, change), `${email} ${JSON.stringify(change)}`).rejects.toBeInstanceOf(Forbidden);
	const lead = await actorOf(demo, who.lead);
	await expect(
		invitePerson(demo, { ...lead, suspended: true }, networkOf(lead), { commandId: randomUUID(), ...someone })
	).rejects.toBeInstanceOf(Forbidden);
	await expect(invitePerson(demo, lead, randomUUID(), { commandId: randomUUID(), ...someone })).rejects.toBeInstanceOf(Forbidden);
	await expect(invitePerson(demo, { kind: 'visitor' }, networkOf(lead), { commandId: randomUUID(), ...someone })).rejects.toBeInstanceOf(
		Forbidden
	);
});

test('the administrator invites without being anybody', async ({ demo, emails }) => {
	const network = networkOf(await actorOf(demo, who.lead));
	const issued = await invitePerson(demo, administrator, network, { commandId: randomUUID(), ...someone, role: 'lead', city: '' });
	expect(await readInvitation(demo, tokenOf(issued), 'en')).toMatchObject({ inviter: null, role: 'lead', city: null });
	await demo.mail.sendDue();
	expect(emails[0]?.text).toContain('Jūs aicina pie tīkla Gen-Y City');
});

test('sending the form twice invites once', async ({ demo, emails }) => {
	const commandId = randomUUID();
	const tries = await Promise.allSettled([1, 2, 3].map(() => invite(demo, who.lead, { commandId })));
	expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(await demo.db.select().from(invitations)).toHaveLength(1);
	await demo.mail.sendDue();
	expect(emails).toHaveLength(1);
	await expect(invite(demo, who.lead)).rejects.toEqual(new Conflict('already_invited'));
	await expect(invite(demo, who.lead, { email: who.officer })).rejects.toEqual(new Conflict('already_member'));
	await expect(invite(demo, who.lead, { role: 'local' })).resolves.toHaveProperty('url');
});

test('a link is good for seven days; a new one takes its place', async ({ demo }) => {
	const first = await invite(demo, who.coordinator);
	const coordinator = await actorOf(demo, who.coordinator);
	demo.clock.advance(7 * 24 * 3600 + 1);
	expect(await readInvitation(demo, tokenOf(first), 'en')).toMatchObject({ state: 'expired' });
	await expect(acceptAsNewcomer(demo, tokenOf(first), newcomer)).rejects.toEqual(new Conflict('link_used_up'));
	expect(await openInvitations(demo, coordinator, networkOf(coordinator))).toMatchObject([{ id: first.id, expired: true, city: 'da' }]);
	const second = await renewInvitation(demo, coordinator, { id: first.id });
	await expect(readInvitation(demo, tokenOf(first), 'en')).rejects.toBeInstanceOf(NotFound);
	await acceptAsNewcomer(demo, tokenOf(second), newcomer);
	expect(await openInvitations(demo, coordinator, networkOf(coordinator))).toEqual([]);
});

test('one person sends sixty invitations an hour, and nobody gets more than six a day', async ({ demo }) => {
	const lead = await actorOf(demo, who.lead);
	const { id } = await invite(demo, who.lead);
	for (let n = 0; n < 5; n += 1) await renewInvitation(demo, lead, { id });
	await expect(renewInvitation(demo, lead, { id })).rejects.toBeInstanceOf(TooMany);
	const network = networkOf(lead);
	const send = (n: number) => invitePerson(demo, lead, network, { ...someone, commandId: randomUUID(), email: `guest${n}@city.example` });
	for (let n = 0; n < 53; n += 1) await send(n);
	await expect(send(53)).rejects.toBeInstanceOf(TooMany);
	await expect(invite(demo, who.coordinator, { email: 'another@city.example' })).resolves.toBeTruthy();
	await expect(
		invitePerson(demo, administrator, network, { ...someone, commandId: randomUUID(), email: 'guest@city.example' })
	).resolves.toBeTruthy();
});

test('a withdrawn invitation lets nobody in', async ({ demo }) => {
	const issued = await invite(demo, who.coordinator);
	const officer = await actorOf(demo, who.officer);
	await expect(withdrawInvitation(demo, officer, { id: issued.id })).rejects.toBeInstanceOf(NotFound);
	await withdrawInvitation(demo, await actorOf(demo, who.coordinator), { id: issued.id });
	await expect(acceptAsNewcomer(demo, tokenOf(issued), newcomer)).rejects.toEqual(new Conflict('link_used_up'));
	await expect(renewInvitation(demo, await actorOf(demo, who.lead), { id: issued.id })).rejects.toBeInstanceOf(NotFound);
	expect(await readInvitation(demo, tokenOf(issued), 'lv')).toMatchObject({ state: 'withdrawn' });
});

test('a coordinator sees the invitations of the own city, the lead all, others none', async ({ demo }) => {
	await invite(demo, who.lead, { email: 'a@x.example' });
	await invite(demo, who.lead, { email: 'b@x.example', city: 'ge' });
	await invite(demo, who.lead, { email: 'c@x.example', role: 'coordinator' });
	const listed = async (email: string) => {
		const actor = await actorOf(demo, email);
		return (await openInvitations(demo, actor, networkOf(actor))).map((one) => one.email).sort();
	};
	expect(await listed(who.lead)).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
	expect(await listed(who.coordinator)).toEqual(['a@x.example']);
	expect(await listed(who.officer)).toEqual([]);
});

test('somebody with an account accepts signed in, and nobody else for them', async ({ demo }) => {
	const token = tokenOf(await invite(demo, who.lead, { email: who.expert }));
	expect(await readInvitation(demo, token, 'en')).toMatchObject({ hasAccount: true });
	await expect(acceptAsNewcomer(demo, token, newcomer)).rejects.toEqual(new Conflict('has_account'));
	await expect(acceptSignedIn(demo, token, await actorOf(demo, who.officer))).rejects.toEqual(new Conflict('other_account'));
	await expect(acceptSignedIn(demo, token, { kind: 'visitor' })).rejects.toEqual(new Conflict('other_account'));
	const changed: string[] = [];
	demo.personChanged.listen((id) => changed.push(id));
	const expert = await actorOf(demo, who.expert);
	await acceptSignedIn(demo, token, expert);
	expect(changed).toEqual([expert.id]);
	expect((await actorOf(demo, who.expert)).memberships).toMatchObject([{ role: 'expert' }, { role: 'officer', city: 'da' }]);
	await expect(acceptSignedIn(demo, token, expert)).rejects.toEqual(new Conflict('link_used_up'));
});

test('what was written before somebody joined is passed over, and not unread; who was there already keeps what was unread', async ({
	demo
}) => {
	const token = tokenOf(await invite(demo, who.lead));
	const id = await acceptAsNewcomer(demo, token, newcomer);
	const jana = await actorOf(demo, someone.email.toLowerCase());
	expect(jana.id).toBe(id);
	const coimbra = await meetingAt(demo.db, jana, 'coimbra-2017');
	const { stream } = coimbra;
	const { read, thread, readState } = await openThread(demo.db, jana, { stream, locale: 'en', window: {} });
	expect({ read, readState }).toEqual({
		read: thread.seq,
		readState: { read: [], jumped: [[1, thread.seq]] }
	});
	expect(new Set(Object.values(await countUnread(demo, jana)).map(([count]) => count))).toEqual(new Set([0]));

	const expert = await actorOf(demo, who.expert);
	const before = await countUnread(demo, expert);
	const ofTheCity = await saidAmong(demo, await actorOf(demo, who.officer));
	await acceptSignedIn(demo, tokenOf(await invite(demo, who.lead, { email: who.expert })), expert);
	expect(before[stream]?.[0]).toBeGreaterThan(0);
	const after = await countUnread(demo, await actorOf(demo, who.expert));
	expect(after).toMatchObject(before);
	// What only the city hears is new to them: none of it is unread.
	const heardNow = Object.entries(after).filter(([heard]) => !(heard in before));
	expect(heardNow.map(([heard]) => heard)).toContain(ofTheCity);
	expect(heardNow.map(([heard]) => heard.split(':')[0]).sort()).toEqual(['plan-draft', 'practice-draft']);
	expect(heardNow.map(([, [count]]) => count)).toEqual([0, 0]);
});

/** Something is said in a draft of this officer's city, where the others of the city hear it. Returns the stream. */
async function saidAmong(services: TestServices, officer: Person): Promise<string> {
	const [id = ''] = await tellPractices(services, [{ city: officer.memberships[0]?.city ?? '', title: 'A quiet draft', until: 'draft' }]);
	const words = { commandId: randomUUID(), stream: draftStream(id), doc: saying('Among us'), lang: 'en' };
	await postMessage(services, officer, words);
	return draftStream(id);
}

test('two people with one link: one comes in', async ({ demo }) => {
	const token = tokenOf(await invite(demo, who.lead));
	const tries = await Promise.allSettled([1, 2].map(() => acceptAsNewcomer(demo, token, newcomer)));
	expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(await demo.db.select().from(people).where(eq(people.email, someone.email.toLowerCase()))).toHaveLength(1);
});

test('rubbish is refused with a reason and leaves the link as it was', async ({ demo }) => {
	const token = tokenOf(await invite(demo, who.lead));
	for (const value of rubbish) {
		for (const field of ['name', 'email', 'role', 'city', 'locale', 'expertKind', 'commandId']) {
			const outcome = await invite(demo, who.lead, { email: `${randomUUID()}@x.example`, [field]: value }).catch(
				(error: unknown) => error
			);
			expect(
				outcome instanceof Invalid || (outcome !== null && typeof outcome === 'object' && 'url' in outcome),
				`${field} ${inspect(value)}`
			).toBe(true);
		}
		for (const field of ['name', 'password', 'locale', 'timeZone']) {
			if (typeof value === 'string' && value.length > 9 && field === 'password' && value.length <= 200) continue;
			if (value === 'null' && field === 'name') continue;
			await expect(
				acceptAsNewcomer(demo, token, { ...newcomer, [field]: value }),
				`${field} ${inspect(value)}`
			).rejects.toBeInstanceOf(Invalid);
		}
		await expect(withdrawInvitation(demo, await actorOf(demo, who.lead), { id: value })).rejects.toBeInstanceOf(Invalid);
	}
	expect(await readInvitation(demo, token, 'en')).toMatchObject({ state: 'open' });
});

test('the desk of a newcomer says nothing of what was written before they came, and where to begin', async ({ demo }) => {
	await acceptAsNewcomer(demo, tokenOf(await invite(demo, who.lead)), newcomer);
	const jana = await actorOf(demo, someone.email.toLowerCase());
	const { unread, latest, addressed } = await openDesk(demo, jana, 'en');
	expect({ unread, waiting: addressed.inbox.waiting, fresh: latest.filter((one) => one.unread) }).toEqual({
		unread: [],
		waiting: 0,
		fresh: []
	});
	expect(await welcomeOf(demo, jana)).toEqual({ read: false, write: false, choose: false });
});
