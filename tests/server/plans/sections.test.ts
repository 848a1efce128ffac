import { planDraftStream } from '#lib/model/plans/plan.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { openPlan } from '#lib/server/plans/read.ts';
import { addSection, giveSection, moveSection, retireSection, returnSection } from '#lib/server/plans/sections/place.ts';
import { saveSection, settleSection, takeBackSection } from '#lib/server/plans/sections/save.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { expect, once, test } from '../../support/practices.ts';
import { addressOfPlan, leavePlan, paragraph, paragraphs, wordsOfSection } from '../../support/plans.ts';

const reading = { locale: 'en', now: new Date(), section: null };

test('a plan begins with the parts of the template, each empty, with a hint of what belongs there', async ({ services, ground }) => {
	const { id } = await leavePlan(services, ground);
	const { outline, plan } = await openPlan(services.db, ground.rui, await addressOfPlan(services, id), reading);
	expect(plan).toMatchObject({ title: 'City of makers', city: 'co', state: 'draft', openedAt: null, slug: 'city-of-makers' });
	expect(outline.map(({ title }) => title)).toEqual([
		'Context and evidence',
		'Challenge',
		'Vision',
		'Goal and objectives',
		'People and partners',
		'Actions',
		'Indicators',
		'Funding',
		'Risks',
		'Governance and monitoring'
	]);
	expect(outline.map(({ rows }) => rows)).toEqual([null, null, null, 'objective', null, 'action', 'indicator', 'budget', 'risk', null]);
	expect(outline.every(({ length, hint, writes, isNew }) => length === 0 && hint !== '' && writes && !isNew)).toBe(true);
});

test('a save keeps the words and is told with its blocks; a save of nothing records nothing', async ({ services, ground }) => {
	const { id, sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	const doc = paragraphs('Talented young people leave.', 'We want them back.');
	const saved = await saveSection(services, ground.ines, { ...once(), id: section, base: 1, doc });
	expect(saved).toMatchObject({ id: section, n: 2, merged: false, clashes: false });
	const again = await saveSection(services, ground.rui, { ...once(), id: section, base: 2, doc });
	expect(again).toMatchObject({ n: 2, seq: saved.seq });
	const events = await eventsSince(services.sql, planDraftStream(id), 0, 50);
	expect(events.at(-1)).toMatchObject({
		name: 'section.saved',
		payload: { id: section, revision: 2, base: 1, length: 47, blocks: doc.content }
	});
	expect(await wordsOfSection(services, section)).toEqual(['Talented young people leave.', 'We want them back.']);
});

test('what two wrote in one section at the same time both stands', async ({ services, ground }) => {
	const { sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	await saveSection(services, ground.ines, { ...once(), id: section, base: 1, doc: paragraphs('One.', 'Two.') });
	await saveSection(services, ground.ines, { ...once(), id: section, base: 2, doc: paragraphs('One and a half.', 'Two.') });
	const saved = await saveSection(services, ground.rui, { ...once(), id: section, base: 2, doc: paragraphs('One.', 'Two, at last.') });
	expect(saved).toMatchObject({ n: 4, merged: true, clashes: false });
	expect(await wordsOfSection(services, section)).toEqual(['One and a half.', 'Two, at last.']);
});

test('where both changed the same words, what stands stays, and the other side is kept until one is chosen', async ({
	services,
	ground
}) => {
	const { sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	await saveSection(services, ground.ines, { ...once(), id: section, base: 1, doc: paragraphs('We hope.', 'Two.') });
	await saveSection(services, ground.ines, { ...once(), id: section, base: 2, doc: paragraphs('We know.', 'Two.') });
	const mine = paragraphs('We doubt.', 'Two and more.');
	const saved = await saveSection(services, ground.rui, { ...once(), id: section, base: 2, doc: mine });
	expect(saved).toMatchObject({ clashes: true, merged: true });
	expect(await wordsOfSection(services, section)).toEqual(['We know.', 'Two and more.']);

	await expect(settleSection(services, ground.ines, { ...once(), id: section, keep: 'mine' })).rejects.toThrow(NotFound);
	await settleSection(services, ground.rui, { ...once(), id: section, keep: 'mine' });
	expect(await wordsOfSection(services, section)).toEqual(['We doubt.', 'Two and more.']);
	await expect(settleSection(services, ground.rui, { ...once(), id: section, keep: 'mine' })).rejects.toThrow(NotFound);
});

test('the side that is not chosen stays in the history', async ({ services, ground }) => {
	const { sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	await saveSection(services, ground.ines, { ...once(), id: section, base: 1, doc: paragraphs('We hope.') });
	await saveSection(services, ground.ines, { ...once(), id: section, base: 2, doc: paragraphs('We know.') });
	await saveSection(services, ground.rui, { ...once(), id: section, base: 2, doc: paragraphs('We doubt.') });
	await settleSection(services, ground.rui, { ...once(), id: section, keep: 'theirs' });
	expect(await wordsOfSection(services, section)).toEqual(['We know.']);
	const said = await services.sql`select doc::text as doc from section_revisions where section_id = ${section}`;
	expect(said.some(({ doc }) => String(doc).includes('We doubt.'))).toBe(true);
});

test('a second clash before the first is settled: one is asked about both, and older words of the same place go into the history', async ({
	services,
	ground
}) => {
	const { sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	const save = (who: typeof ground.rui, base: number, ...texts: string[]) =>
		saveSection(services, who, { ...once(), id: section, base, doc: paragraphs(...texts) });
	await save(ground.ines, 1, 'Slate.', 'Iron.', 'Three.');
	await save(ground.ines, 2, 'Marble.', 'Iron.', 'Three.');
	expect(await save(ground.rui, 2, 'Granite.', 'Iron.', 'Three.')).toMatchObject({ n: 3, clashes: true });
	await save(ground.ines, 3, 'Marble.', 'Silver.', 'Three.');
	expect(await save(ground.rui, 3, 'Marble.', 'Gold.', 'Three.')).toMatchObject({ n: 4, clashes: true });
	await save(ground.ines, 4, 'Limestone.', 'Silver.', 'Three.');
	const third = await save(ground.rui, 4, 'Basalt.', 'Silver.', 'Three and more.');
	expect(third).toMatchObject({ clashes: true });
	expect(await wordsOfSection(services, section)).toEqual(['Limestone.', 'Silver.', 'Three and more.']);
	const said = await services.sql`select doc::text as doc from section_revisions where section_id = ${section}`;
	expect(said.filter(({ doc }) => String(doc).includes('Granite.'))).toHaveLength(1);
	await settleSection(services, ground.rui, { ...once(), id: section, keep: 'mine' });
	expect(await wordsOfSection(services, section)).toEqual(['Basalt.', 'Gold.', 'Three and more.']);
});

test('an older text comes back as a revision of its own, and two who take back different ones both stand in the history', async ({
	services,
	ground
}) => {
	const { sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	for (const [place, text] of ['First.', 'Second.', 'Third.'].entries())
		await saveSection(services, ground.ines, { ...once(), id: section, base: place + 1, doc: paragraphs(text) });
	const both = await Promise.all([
		takeBackSection(services, ground.ines, { ...once(), id: section, n: 2 }),
		takeBackSection(services, ground.rui, { ...once(), id: section, n: 3 })
	]);
	expect(both.map(({ n }) => n).sort()).toEqual([5, 6]);
	const rows = await services.sql`select n, taken_back from section_revisions where section_id = ${section} and n > 4 order by n`;
	expect(rows.map(({ taken_back }) => Number(taken_back)).sort()).toEqual([2, 3]);
});

test('sections are added, moved, retired and return to their place; what is typed in a retired one is kept', async ({
	services,
	ground
}) => {
	const { id, sections } = await leavePlan(services, ground);
	const [first = '', second = ''] = sections;
	const address = await addressOfPlan(services, id);
	const titles = async () => (await openPlan(services.db, ground.ines, address, reading)).outline.map(({ title }) => title).slice(0, 4);
	const added = await addSection(services, ground.ines, { ...once(), plan: id, after: first, title: 'Our young people', part: null });
	expect(await titles()).toEqual(['Context and evidence', 'Our young people', 'Challenge', 'Vision']);
	await moveSection(services, ground.ines, { ...once(), id: added.id, after: null });
	expect(await titles()).toEqual(['Our young people', 'Context and evidence', 'Challenge', 'Vision']);
	await retireSection(services, ground.ines, { ...once(), id: second });
	expect(await titles()).toEqual(['Our young people', 'Context and evidence', 'Vision', 'Goal and objectives']);
	await saveSection(services, ground.rui, { ...once(), id: second, base: 1, doc: paragraphs('Typed meanwhile.') });
	await returnSection(services, ground.ines, { ...once(), id: second });
	expect(await titles()).toEqual(['Our young people', 'Context and evidence', 'Challenge', 'Vision']);
	expect(await wordsOfSection(services, second)).toEqual(['Typed meanwhile.']);
});

test('a local member writes in the sections that the city gave, and in no other', async ({ services, ground }) => {
	const { network, ines, ilze } = ground;
	const ana = await network.person('Ana', { role: 'local' });
	const { sections } = await leavePlan(services, ground);
	const [given = '', other = ''] = sections;
	await expect(giveSection(services, ines, { ...once(), id: given, people: [ilze.id] })).rejects.toMatchObject({
		issues: [{ field: 'people', code: 'not_local' }]
	});
	await giveSection(services, ines, { ...once(), id: given, people: [ana.id] });
	const doc = paragraphs('From the youth council.');
	await saveSection(services, ana, { ...once(), id: given, base: 1, doc });
	await expect(saveSection(services, ana, { ...once(), id: other, base: 1, doc })).rejects.toThrow(Forbidden);
	await expect(saveSection(services, ilze, { ...once(), id: given, base: 1, doc })).rejects.toThrow(NotFound);
});

test('what no section has is refused by its name, and what stands stays', async ({ services, ground }) => {
	const { sections } = await leavePlan(services, ground);
	const [section = ''] = sections;
	await saveSection(services, ground.ines, { ...once(), id: section, base: 1, doc: paragraphs('Stays.') });
	const strange = {
		type: 'doc',
		content: [{ ...paragraph('para1', ''), content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] }]
	};
	await expect(saveSection(services, ground.ines, { ...once(), id: section, base: 2, doc: strange })).rejects.toMatchObject({
		issues: [{ code: 'unknown_mark' }]
	});
	expect(await wordsOfSection(services, section)).toEqual(['Stays.']);
});
