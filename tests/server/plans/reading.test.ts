import { plansPage } from '#lib/server/plans/list/lines.ts';
import { inviteToPlan } from '#lib/server/plans/describe.ts';
import { openPlan } from '#lib/server/plans/read.ts';
import { markSectionRead } from '#lib/server/plans/sections/read-marks.ts';
import { unreadNewsOfPlan } from '#lib/server/plans/said.ts';
import { readSectionAt } from '#lib/server/plans/sections/read-one.ts';
import { retireSection } from '#lib/server/plans/sections/place.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { openConsultation } from '#lib/server/plans/states.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { addressOfPlan, consultation, leavePlan, paragraphs } from '../../support/plans.ts';
import { expect, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';

async function draft(services: TestServices, ground: PracticeGround) {
	const { id, sections } = await leavePlan(services, ground);
	const [first = '', second = ''] = sections;
	const save = async (section: string, base: number, text: string) => {
		services.clock.advance(60);
		return saveSection(services, ground.ines, { ...once(), id: section, base, doc: paragraphs(text) });
	};
	await save(first, 1, 'Nobody outside reads this.');
	await save(first, 2, 'This is what was opened.');
	await save(second, 1, 'Taken out before.');
	const address = await addressOfPlan(services, id);
	const heads = (await openPlan(services.db, ground.ines, address, { locale: 'en', now: services.clock.now(), section: null })).outline;
	const shortOf = (section: string) => heads.find((head) => head.id === section)?.shortId ?? '';
	const says = async (actor: Person, section: string, n: number) =>
		textOf((await readSectionAt(services.db, actor, address, { shortId: shortOf(section), n, locale: 'en' })).doc).trim();
	const outline = async (actor: Person) =>
		(await openPlan(services.db, actor, address, { locale: 'en', now: services.clock.now(), section: null })).outline;
	return { id, first, second, save, says, outline };
}

test('of a plan that was opened others read what stood then and what is written since, and nothing older', async ({ services, ground }) => {
	const { ines, ilze } = ground;
	const { id, first, second, save, says } = await draft(services, ground);
	await expect(says(ilze, first, 3)).rejects.toThrow(NotFound);
	services.clock.advance(60);
	await retireSection(services, ines, { ...once(), id: second });
	services.clock.advance(60);
	await openConsultation(services, ines, { ...once(), id, ...consultation });
	await save(first, 3, 'Written on since.');
	expect(await says(ilze, first, 3)).toBe('This is what was opened.');
	expect(await says(ilze, first, 4)).toBe('Written on since.');
	for (const n of [1, 2, 5]) await expect(says(ilze, first, n)).rejects.toThrow(NotFound);
	await expect(says(ilze, second, 2)).rejects.toThrow(NotFound);
	expect(await says(ines, first, 2)).toBe('Nobody outside reads this.');
	expect(await says(ines, second, 2)).toBe('Taken out before.');
});

test('a section is new to who has read it before and not since; a first visit marks nothing', async ({ services, ground }) => {
	const { ilze, ines } = ground;
	const { id, first, save, outline } = await draft(services, ground);
	await expect(markSectionRead(services, ilze, { id: first, n: 1 })).rejects.toThrow(NotFound);
	await openConsultation(services, ines, { ...once(), id, ...consultation });
	const isNew = async () => (await outline(ilze)).find((head) => head.id === first)?.isNew;
	expect(await isNew()).toBe(false);
	await markSectionRead(services, ilze, { id: first, n: 3 });
	expect(await isNew()).toBe(false);
	await save(first, 3, 'Something new.');
	expect(await isNew()).toBe(true);
	// What one has not seen cannot be read, and nothing goes back.
	await markSectionRead(services, ilze, { id: first, n: 90 });
	await markSectionRead(services, ilze, { id: first, n: 1 });
	expect(await isNew()).toBe(false);
	await save(first, 4, 'Newer still.');
	expect(await isNew()).toBe(true);
});

test('a draft is in the list of its city, of leads and of those invited, and of nobody else', async ({ services, ground }) => {
	const { ines, ilze, marek, saskia, claire } = ground;
	const { id } = await draft(services, ground);
	const listed = async (actor: Person) =>
		(await plansPage(services, actor)).plans.map(({ begun, sections, state }) => [state, begun, sections]);
	for (const actor of [ilze, saskia, claire]) expect(await listed(actor)).toEqual([]);
	for (const actor of [ines, marek]) expect(await listed(actor)).toEqual([['draft', 2, 10]]);
	await inviteToPlan(services, ines, { ...once(), id, people: [saskia.id] });
	expect(await listed(saskia)).toEqual([['draft', 2, 10]]);
	await openConsultation(services, ines, { ...once(), id, ...consultation });
	for (const actor of [ilze, claire]) expect(await listed(actor)).toEqual([['consultation', 2, 10]]);
	expect((await plansPage(services, ilze)).begins).toBe('da');
	expect((await plansPage(services, claire)).begins).toBeNull();
});

test('what happened to a plan counts as unread until its page is opened, and is told of once', async ({ services, ground }) => {
	const { ines, ilze, saskia } = ground;
	const { id } = await draft(services, ground);
	await openConsultation(services, ines, { ...once(), id, ...consultation });
	const news = await unreadNewsOfPlan(services.db, ilze, { id });
	expect(news).toEqual([{ stream: `plan:${id}`, read: [[1, 1]], jumped: [] }]);
	expect(await unreadNewsOfPlan(services.db, ines, { id })).toEqual([]);
	await markRead(services, ilze, { read: news });
	expect(await unreadNewsOfPlan(services.db, ilze, { id })).toEqual([]);
	expect(await unreadNewsOfPlan(services.db, saskia, { id })).toHaveLength(1);
});
