import type { Person } from '#lib/model/access/actor.ts';
import { planDraftStream, planStream } from '#lib/model/plans/plan.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { hiddenNow, moderationActsBefore } from '#lib/server/moderation/queries.ts';
import { hideRow, restoreRow } from '#lib/server/plans/moderation/hide-row.ts';
import { hideSection, restoreSection } from '#lib/server/plans/moderation/hide-section.ts';
import { readPlan } from '#lib/server/plans/read.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { openConsultation } from '#lib/server/plans/states.ts';
import { writtenLately } from '#lib/server/people/written-lately.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { addressOfPlan, consultation, paragraphs } from '../../support/plans.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf } from '../../support/made-files.ts';
import type { TestServices } from '../../support/practices.ts';
import { expect, leaveRow, once, test } from './rows-ground.ts';

async function replay(services: TestServices, plan: string): Promise<string> {
	const streams = [planDraftStream(plan), planStream(plan)];
	return JSON.stringify(await Promise.all(streams.map((stream) => eventsSince(services.sql, stream, 0, 100))));
}

test('a hidden section leaves the page, the card of who wrote and the replay, also what is written in it meanwhile', async ({
	services,
	rows
}) => {
	const { ines, marek, ilze, saskia, plan, sections } = rows;
	const id = sections.vision;
	const reason = 'Names a child.';
	await saveSection(services, ines, { ...once(), id, base: 1, title: 'Persimmon street', doc: paragraphs('Medlars at home.') });
	await expect(hideSection(services, ilze, { ...once(), id, reason })).rejects.toThrow(NotFound);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	await saveSection(services, ines, { ...once(), id, base: 2, doc: paragraphs('Medlars at her home.') });
	for (const other of [ines, ilze, saskia])
		await expect(hideSection(services, other, { ...once(), id, reason })).rejects.toThrow(Forbidden);
	await expect(hideSection(services, marek, { ...once(), id, reason: '' })).rejects.toMatchObject({ code: 'invalid' });
	expect(await replay(services, plan)).toMatch(/Medlars at her home/);
	await hideSection(services, marek, { ...once(), id, reason });
	await expect(hideSection(services, marek, { ...once(), id, reason })).rejects.toThrow('hidden');
	await saveSection(services, ines, { ...once(), id, base: 3, title: 'Quince street', doc: paragraphs('Medlars nowhere.') });
	expect(await replay(services, plan)).not.toMatch(/Medlars|Persimmon|Quince/);
	const address = await addressOfPlan(services, plan);
	const page = () => readPlan(services.db, ilze, address, { locale: 'en', now: services.clock.now(), section: null, whole: true });
	expect(JSON.stringify(await page())).not.toMatch(/Medlars|Persimmon|Quince/);
	expect(JSON.stringify(await writtenLately(services.db, ilze, { author: ines.id, locale: 'en' }))).not.toMatch(/Persimmon|Quince/);
	await restoreSection(services, marek, { ...once(), id });
	await expect(restoreSection(services, marek, { ...once(), id })).rejects.toThrow('not_hidden');
	expect(JSON.stringify(await page())).toMatch(/Medlars nowhere/);
	expect(await writtenLately(services.db, ilze, { author: ines.id, locale: 'en' })).toMatchObject([{ excerpt: 'Quince street' }]);
	// What was erased stays erased.
	expect(await replay(services, plan)).not.toMatch(/Medlars|Persimmon|Quince/);
});

test('what is hidden stands on the page of moderation with the reason, and with what was done', async ({ services, rows }) => {
	const { ines, marek, plan, sections } = rows;
	const row = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	await hideSection(services, marek, { ...once(), id: sections.vision, reason: 'Names a child.' });
	services.clock.advance(60);
	await hideRow(services, marek, { ...once(), id: row, reason: 'Says who is ill.' });
	const { city, slug } = await addressOfPlan(services, plan);
	const hidden = await hiddenNow(services, marek, 'en');
	expect(hidden).toMatchObject([
		{
			kind: 'plan-row',
			id: row,
			by: 'Marek',
			reason: 'Says who is ill.',
			thing: { title: 'Plan of co', city: 'co', author: { name: 'Inês' } }
		},
		{ kind: 'plan-section', id: sections.vision, reason: 'Names a child.' }
	]);
	expect(hidden[0]?.kind === 'plan-row' && hidden[0].thing.href).toMatch(new RegExp(`^/plans/${city}/${slug}/history/r-[0-9a-z]{8}$`));
	const address = { city, slug };
	const page = () => readPlan(services.db, ines, address, { locale: 'en', now: services.clock.now(), section: null, whole: true });
	expect((await page()).rows).toEqual([]);
	await restoreRow(services, marek, { ...once(), id: row });
	expect((await page()).rows).toMatchObject([{ id: row }]);
	const { acts } = await moderationActsBefore(services, marek, { before: null, locale: 'en' });
	expect(acts.map(({ action, kind }) => [action, kind])).toEqual([
		['row.restored', 'plan-row'],
		['row.hidden', 'plan-row'],
		['section.hidden', 'plan-section']
	]);
});

test('a file that stands in hidden words alone is read by the city and the leads, until they are restored', async ({ services, rows }) => {
	const { network, ines, marek, ilze, plan, sections } = rows;
	const files = await fileDesk(services, { LIMITS: '100' });
	const { id: file } = await files.upload(ines, network.id, 'Persimmon.pdf', madePdf());
	const link = { type: 'link', attrs: { href: `swing:file/${file}` } };
	const content = [{ type: 'text', text: 'A study', marks: [link] }];
	const doc = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'para1' }, content }] };
	await saveSection(services, ines, { ...once(), id: sections.vision, base: 1, doc });
	const status = async (person: Person) => (await files.get(person, `/files/${file}/Persimmon.pdf`)).status;
	expect(await status(ilze)).not.toBe(200);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	expect(await status(ilze)).toBe(200);
	await hideSection(services, marek, { ...once(), id: sections.vision, reason: 'Names a child.' });
	expect(await Promise.all([ilze, ines, marek].map(async (one) => (await status(one)) === 200))).toEqual([false, true, true]);
	// What is cited elsewhere too stays where it is cited.
	await saveSection(services, ines, { ...once(), id: sections.context, base: 1, doc });
	expect(await status(ilze)).toBe(200);
});
