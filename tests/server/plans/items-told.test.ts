import type { Person } from '#lib/model/access/actor.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { inviteToPlan } from '#lib/server/plans/describe.ts';
import { hideSection } from '#lib/server/plans/moderation/hide-section.ts';
import { giveSection } from '#lib/server/plans/sections/place.ts';
import { adoptPlan, askAnew, freezeVersion, openConsultation, revisePlan } from '#lib/server/plans/states.ts';
import { leaveReminders } from '#lib/server/notifications/reminders/due.ts';
import { addressOfPlan, consultation } from '../../support/plans.ts';
import type { TestServices } from '../../support/practices.ts';
import { expect, once, test } from './rows-ground.ts';

/** What somebody's inbox shows of plans: whether it waits, why, in which words, and where it leads. */
async function toldTo(services: TestServices, person: Person, locale = 'en') {
	await deliveryOf(services).due();
	const views = ['waiting', 'informing'] as const;
	const told = await Promise.all(
		views.map(async (view) => {
			const { entries } = await openInbox(services.db, person, { view });
			const cards = await cardsOf(services.db, person, locale, entries);
			return entries.map(({ id, kind }) => [view, kind, cards[id]?.says, cards[id]?.href]);
		})
	);
	return told.flat();
}

test('a consultation asks the leads, the experts and the coordinators of other cities, until it is worked in', async ({
	services,
	rows
}) => {
	const { network, ines, rui, ilze, marek, saskia, claire, plan } = rows;
	const vija = await network.person('Vija', { role: 'coordinator', city: 'da' });
	const { city, slug } = await addressOfPlan(services, plan);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	const says = 'Inês opened a Local Action Plan and asks: “What is missing?” Until 1 May 2030.';
	for (const asked of [vija, marek, saskia]) {
		expect(await toldTo(services, asked), asked.name).toEqual([['waiting', 'assignment', says, `/plans/${city}/${slug}`]]);
	}
	for (const other of [ines, rui, ilze, claire]) expect(await toldTo(services, other), other.name).toEqual([]);
	expect((await toldTo(services, vija, 'lv'))[0]?.[2]).toBe(
		'Inês atvēra vietējo rīcības plānu un jautā: „What is missing?” Līdz 2030. gada 1. maijs.'
	);
	// Another day asks nobody twice.
	await askAnew(services, ines, { ...once(), id: plan, question: 'What else?', endsOn: '2030-06-01' });
	expect(await toldTo(services, vija)).toHaveLength(1);
	await revisePlan(services, ines, { ...once(), id: plan });
	expect((await toldTo(services, vija)).filter(([view]) => view === 'waiting')).toEqual([]);
	await askAnew(services, ines, { ...once(), id: plan, question: 'Better now?', endsOn: '2030-07-01' });
	expect((await toldTo(services, vija)).filter(([view]) => view === 'waiting')).toHaveLength(1);
});

test('an adoption is announced to everybody, a frozen version to those who follow', async ({ services, rows }) => {
	const { ines, ilze, nuria, claire, plan } = rows;
	const { city, slug } = await addressOfPlan(services, plan);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	await setFollowLevel(services.db, ilze.id, { item: { kind: 'plan', id: plan }, level: 'all', at: services.clock.now() });
	await freezeVersion(services, ines, { ...once(), id: plan, name: 'For the council' });
	expect(await toldTo(services, ilze)).toEqual([
		['informing', 'follow', 'Inês froze the version “For the council”', `/plans/${city}/${slug}?v=2`]
	]);
	expect(await toldTo(services, nuria)).toEqual([]);
	await adoptPlan(services, ines, { ...once(), id: plan, body: 'City council', adoptedOn: '2026-01-05', file: null });
	for (const one of [nuria, claire]) {
		expect(await toldTo(services, one), one.name).toEqual([
			['informing', 'decision', 'Inês made it known that the plan is adopted', `/plans/${city}/${slug}?v=3`]
		]);
	}
	expect(await toldTo(services, ines)).toEqual([]);
});

test('who is invited to a draft, or given a section, is asked; the city learns what a lead hid', async ({ services, rows }) => {
	const { ines, rui, ilze, nuria, lena, luis, marek, plan, sections } = rows;
	const { city, slug } = await addressOfPlan(services, plan);
	await inviteToPlan(services, ines, { ...once(), id: plan, people: [ilze.id] });
	await inviteToPlan(services, ines, { ...once(), id: plan, people: [ilze.id, nuria.id] });
	for (const guest of [ilze, nuria]) {
		expect(await toldTo(services, guest), guest.name).toEqual([
			['waiting', 'assignment', 'Inês asks you to read a draft', `/plans/${city}/${slug}`]
		]);
	}
	await inviteToPlan(services, ines, { ...once(), id: plan, people: [nuria.id] });
	expect(await toldTo(services, ilze)).toEqual([]);
	await giveSection(services, ines, { ...once(), id: sections.actions, people: [lena.id, luis.id] });
	const [section] = await services.sql<{ place: string; title: string }[]>`
		select 's-' || short_id as place, title from plan_sections join section_revisions on section_id = id where id = ${sections.actions}`;
	const given = ['waiting', 'assignment', `Inês asks you to write in “${section?.title}”`, `/plans/${city}/${slug}#${section?.place}`];
	for (const one of [lena, luis]) expect(await toldTo(services, one), one.name).toEqual([given]);
	await hideSection(services, marek, { ...once(), id: sections.actions, reason: 'Names a child.' });
	for (const one of [ines, rui]) {
		expect(await toldTo(services, one), one.name).toEqual([
			['waiting', 'moderation', 'Marek hid a section of your plan', `/plans/${city}/${slug}/history/${section?.place}`]
		]);
	}
	// What is hidden is not named in what was told before either.
	expect((await toldTo(services, luis))[0]?.[2]).toBe('Inês asks you to write in a section');
});

test('three days before the end those are reminded who were asked and have not done with it, once', async ({ services, rows }) => {
	const { ines, marek, saskia, claire, plan } = rows;
	const day = (days: number) => new Date(services.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
	await openConsultation(services, ines, { ...once(), id: plan, question: 'What is missing?', endsOn: day(10) });
	await deliveryOf(services).due();
	const reminded = async (person: Person) =>
		(await toldTo(services, person)).filter(([, kind]) => kind === 'reminder').map(([, , says]) => says);
	for (let passed = 0; passed < 6; passed += 1) {
		services.clock.advance(86_400);
		await leaveReminders(services);
	}
	expect(await reminded(marek)).toEqual([]);
	for (let passed = 0; passed < 3; passed += 1) {
		services.clock.advance(86_400);
		await leaveReminders(services);
	}
	for (const asked of [marek, saskia]) expect(await reminded(asked)).toEqual([expect.stringMatching(/^The consultation ends on /)]);
	for (const other of [ines, claire]) expect(await reminded(other)).toEqual([]);
});
