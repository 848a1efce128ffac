import { planDraftStream, planStream } from '#lib/model/plans/plan.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { describePlan, inviteToPlan } from '#lib/server/plans/describe.ts';
import { findPlan } from '#lib/server/plans/find.ts';
import { openPlan } from '#lib/server/plans/read.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { adoptPlan, askAnew, freezeVersion, implementPlan, openConsultation, revisePlan } from '#lib/server/plans/states.ts';
import { shapeTemplate } from '#lib/server/plans/template/shape.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { expect, once, test } from '../../support/practices.ts';
import { addressOfPlan, consultation, leaveOpenPlan, leavePlan, paragraphs } from '../../support/plans.ts';

const reading = { locale: 'en', now: new Date(), section: null };

test('a draft is seen by its city, the leads and whom the city invites; from consultation on by everybody of the network', async ({
	services,
	ground
}) => {
	const { ines, rui, marek, ilze, nuria, saskia } = ground;
	const { id } = await leavePlan(services, ground);
	const address = await addressOfPlan(services, id);
	for (const person of [ines, rui, marek]) expect((await findPlan(services.db, person, address)).id).toBe(id);
	for (const person of [ilze, nuria, saskia]) await expect(findPlan(services.db, person, address)).rejects.toThrow(NotFound);
	await inviteToPlan(services, ines, { ...once(), id, people: [saskia.id] });
	expect((await findPlan(services.db, saskia, address)).invited).toEqual([saskia.id]);
	await inviteToPlan(services, ines, { ...once(), id, people: [] });
	await expect(findPlan(services.db, saskia, address)).rejects.toThrow(NotFound);

	await openConsultation(services, ines, { ...once(), id, ...consultation });
	const { plan } = await openPlan(services.db, ilze, address, reading);
	expect(plan).toMatchObject({ state: 'consultation', consultation });
});

test('opening freezes a version and says in the new stream what stood; text goes there from then on', async ({ services, ground }) => {
	const { id, sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	await saveSection(services, ground.ines, { ...once(), id: section, base: 1, doc: paragraphs('Before.') });
	await openConsultation(services, ground.ines, { ...once(), id, ...consultation });
	const before = await eventsSince(services.sql, planDraftStream(id), 0, 50);
	expect(before.at(-1), 'pages of the draft hear where it goes on').toMatchObject({ name: 'plan.released', payload: { id } });
	await saveSection(services, ground.ines, { ...once(), id: section, base: 2, doc: paragraphs('After.') });
	const open = await eventsSince(services.sql, planStream(id), 0, 50);
	expect(open.map(({ name }) => name)).toEqual(['plan.opened', 'section.saved']);
	expect(open[0]).toMatchObject({ payload: { manifest: { rows: [] } } });
	expect(await eventsSince(services.sql, planDraftStream(id), 0, 50)).toEqual(before);
	const pinned = await services.sql`select n from version_sections where plan_id = ${id} and section_id = ${section}`;
	expect(pinned.map(({ n }) => Number(n))).toEqual([2]);
});

test('a plan goes from consultation to revised and adopted, and nothing leads back to a draft', async ({ services, ground }) => {
	const { ines, ilze } = ground;
	const { id } = await leaveOpenPlan(services, ground);
	const address = await addressOfPlan(services, id);
	await expect(openConsultation(services, ines, { ...once(), id, ...consultation })).rejects.toThrow(Conflict);
	await expect(implementPlan(services, ines, { ...once(), id, on: true })).rejects.toThrow(Conflict);
	await expect(revisePlan(services, ilze, { ...once(), id })).rejects.toThrow(Forbidden);
	await revisePlan(services, ines, { ...once(), id });
	await askAnew(services, ines, { ...once(), id, question: 'And now?', endsOn: '2030-07-01' });
	await revisePlan(services, ines, { ...once(), id });
	const declaration = { body: 'City council', adoptedOn: '2018-03-01', file: null };
	await expect(adoptPlan(services, ines, { ...once(), id, ...declaration, adoptedOn: '2018-02-30' })).rejects.toThrow(Invalid);
	await adoptPlan(services, ines, { ...once(), id, ...declaration });
	await implementPlan(services, ines, { ...once(), id, on: true });
	await freezeVersion(services, ines, { ...once(), id, name: 'After the first year' });
	const { plan, versions } = await openPlan(services.db, ilze, address, reading);
	expect(plan).toMatchObject({ state: 'adopted', implementing: true });
	expect(versions.map(({ number, kind, name }) => [number, kind, name])).toEqual([
		[5, 'frozen', 'After the first year'],
		[4, 'adopted', ''],
		[3, 'revised', ''],
		[2, 'revised', ''],
		[1, 'opened', '']
	]);
	expect(versions[1]?.declaration).toEqual(declaration);
});

test('versions of a draft are for who reads the draft', async ({ services, ground }) => {
	const { ines, ilze, marek } = ground;
	const { id } = await leavePlan(services, ground);
	const address = await addressOfPlan(services, id);
	await freezeVersion(services, ines, { ...once(), id, name: 'For the mayor' });
	await openConsultation(services, ines, { ...once(), id, ...consultation });
	const names = async (person: typeof ines) => (await openPlan(services.db, person, address, reading)).versions.map(({ name }) => name);
	expect(await names(marek)).toEqual(['', 'For the mayor']);
	expect(await names(ilze)).toEqual(['']);
});

test('a plan that is called otherwise keeps its old address, and no other plan of the city takes it', async ({ services, ground }) => {
	const { ines } = ground;
	const { id } = await leavePlan(services, ground, 'Makers');
	await describePlan(services, ines, { ...once(), id, changed: { title: 'City of makers', horizon: { from: 2017, to: 2020 } } });
	expect(await findPlan(services.db, ines, { city: 'coimbra', slug: 'makers' })).toMatchObject({ id, slug: 'city-of-makers' });
	const other = await leavePlan(services, ground, 'Makers');
	expect(await addressOfPlan(services, other.id)).toEqual({ city: 'coimbra', slug: 'makers-2' });
	await describePlan(services, ines, { ...once(), id, changed: { title: 'Makers' } });
	expect(await addressOfPlan(services, id)).toEqual({ city: 'coimbra', slug: 'makers' });
});

test('what a plan says of itself is held to what there is', async ({ services, ground }) => {
	const { ines, ilze } = ground;
	const { id } = await leavePlan(services, ground);
	const describe = (changed: object) => describePlan(services, ines, { ...once(), id, changed });
	await expect(describe({ contact: ilze.id })).rejects.toMatchObject({ issues: [{ code: 'not_of_city' }] });
	await expect(describe({ horizon: { from: 2020, to: 2017 } })).rejects.toMatchObject({ issues: [{ code: 'from_after_to' }] });
	await expect(describe({ lang: 'xx' })).rejects.toThrow(Invalid);
	await expect(describe({ colour: 'red' })).rejects.toThrow(Invalid);
	await expect(inviteToPlan(services, ines, { ...once(), id, people: [id] })).rejects.toMatchObject({
		issues: [{ code: 'not_of_network' }]
	});
	const past = { question: 'Why?', endsOn: '2001-01-01' };
	await expect(openConsultation(services, ines, { ...once(), id, ...past })).rejects.toMatchObject({ issues: [{ code: 'past' }] });
});

test('a lead shapes the template; a plan that is begun then has those parts', async ({ services, ground }) => {
	const { marek, ines, network } = ground;
	const parts = [
		{ part: 'actions', title: { en: 'What we do' }, hint: { en: 'Verbs.' } },
		{ part: null, title: { en: 'Thanks' }, hint: { en: '' } }
	];
	await expect(shapeTemplate(services, ines, { ...once(), network: network.id, parts })).rejects.toThrow(Forbidden);
	await shapeTemplate(services, marek, { ...once(), network: network.id, parts });
	const { id } = await leavePlan(services, ground);
	const { outline } = await openPlan(services.db, ines, await addressOfPlan(services, id), reading);
	expect(outline.map(({ title, rows, hint }) => [title, rows, hint])).toEqual([
		['What we do', 'action', 'Verbs.'],
		['Thanks', null, '']
	]);
});
