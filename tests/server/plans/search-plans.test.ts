import type { Person } from '#lib/model/access/actor.ts';
import { hideRow, restoreRow } from '#lib/server/plans/moderation/hide-row.ts';
import { hideSection, restoreSection } from '#lib/server/plans/moderation/hide-section.ts';
import { retireSection } from '#lib/server/plans/sections/place.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { openConsultation } from '#lib/server/plans/states.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { reindex } from '#lib/server/search/index/reindex.ts';
import { offers } from '#lib/server/search/offers.ts';
import { search } from '#lib/server/search/search.ts';
import { addressOfPlan, consultation, paragraphs } from '../../support/plans.ts';
import type { TestServices } from '../../support/practices.ts';
import { expect, leaveRow, once, test, type RowsGround } from './rows-ground.ts';

const asking = (services: TestServices, actor: Person) => ({ actor, locale: 'en', now: services.clock.now() });

async function found(services: TestServices, actor: Person, text: string): Promise<string[]> {
	return (await search(services, asking(services, actor), { text })).hits.map(({ kind, href }) => `${kind} ${href}`).sort();
}

const brought = ({ sql, log }: TestServices) => catchUp(sql, log, { most: 100, rest: 0 });

/** Half a minute of rest has passed since everything that was written. */
const rested = ({ sql }: TestServices) => sql`update search_due set not_before = now() - interval '1 second' where not_before is not null`;

/** A draft that says persimmons in a section and kumquats in a row. */
async function written(services: TestServices, rows: RowsGround) {
	const { ines, plan, sections } = rows;
	await saveSection(services, ines, { ...once(), id: sections.vision, base: 1, doc: paragraphs('Persimmons in every yard.') });
	const row = await leaveRow(services, rows, 'action', { title: 'Plant kumquats' });
	const { city, slug } = await addressOfPlan(services, plan);
	const shortIds = await services.sql<{ id: string; short_id: string }[]>`
		select id, short_id from plan_sections union select id, short_id from plan_rows`;
	const shortId = (id: string) => shortIds.find((one) => one.id === id)?.short_id ?? '';
	const page = `/plans/${city}/${slug}`;
	return { page, row, section: `plan-section ${page}#s-${shortId(sections.vision)}`, action: `plan-row ${page}#r-${shortId(row)}` };
}

test('a draft is found by its city, the leads and whom it invites, and its words are suggested to nobody else', async ({
	services,
	rows
}) => {
	const { ines, marek, ilze, saskia, plan } = rows;
	const { page, section, action } = await written(services, rows);
	for (const index of [
		async () => {
			await rested(services);
			await brought(services);
		},
		() => reindex(services)
	]) {
		await index();
		for (const reader of [ines, marek]) {
			expect(await found(services, reader, 'persimmons')).toEqual([section]);
			expect(await found(services, reader, 'kumquats')).toEqual([action]);
			for (const name of ['LAP', 'IAP', 'lokalny plan działania']) {
				expect(await found(services, reader, `${name} kind:plan`), name).toEqual([`plan ${page}`]);
			}
		}
		for (const outsider of [ilze, saskia]) {
			for (const text of ['persimmons', 'kumquats', 'kind:plan', 'kind:section', 'kind:row', 'IAP kind:plan']) {
				expect(await found(services, outsider, text), text).toEqual([]);
			}
			for (const slip of ['persimons', 'kumqats']) {
				expect(await search(services, asking(services, outsider), { text: slip })).toMatchObject({
					hits: [],
					count: 0,
					counts: {},
					meant: []
				});
			}
			expect(JSON.stringify(await offers(services, asking(services, outsider)))).not.toContain('Plan of co');
		}
	}
	expect(await services.sql`select word from search_words where word in ('persimmons', 'kumquats')`).toHaveLength(0);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	await brought(services);
	for (const reader of [ines, ilze, saskia]) {
		expect(await found(services, reader, 'persimmons')).toEqual([section]);
		expect(await found(services, reader, 'kumquats')).toEqual([action]);
		expect(await found(services, reader, 'IAP kind:plan')).toEqual([`plan ${page}`]);
	}
	expect(await services.sql`select word from search_words where word in ('persimmons', 'kumquats')`).toHaveLength(2);
});

test('a section is read by the search when it has rested, not while somebody writes in it', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const save = (base: number, text: string) =>
		saveSection(services, ines, { ...once(), id: sections.vision, base, doc: paragraphs(text) });
	await rested(services);
	await brought(services);
	await save(1, 'Persimmons');
	await brought(services);
	expect(await found(services, ines, 'persimmons')).toEqual([]);
	await rested(services);
	await save(2, 'Persimmons and medlars');
	await brought(services);
	// The first save has waited long enough, and the second has not: somebody writes here still.
	expect(await found(services, ines, 'persimmons')).toEqual([]);
	await rested(services);
	await brought(services);
	expect(await found(services, ines, 'medlars')).toHaveLength(1);
	expect(await services.sql`select from search_due`).toHaveLength(0);
});

test('what is hidden or taken out of the plan is found by nobody until it is back', async ({ services, rows }) => {
	const { ines, marek, ilze, plan, sections } = rows;
	const { section, action, row } = await written(services, rows);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	await brought(services);
	const both = async (person: Person) => [await found(services, person, 'persimmons'), await found(services, person, 'kumquats')];
	expect(await both(ilze)).toEqual([[section], [action]]);
	await hideSection(services, marek, { ...once(), id: sections.vision, reason: 'Names a child.' });
	await hideRow(services, marek, { ...once(), id: row, reason: 'Names a child.' });
	// Even before the index knows.
	expect(await both(ilze)).toEqual([[], []]);
	await brought(services);
	for (const person of [ines, marek, ilze]) expect(await both(person)).toEqual([[], []]);
	await restoreSection(services, marek, { ...once(), id: sections.vision });
	await restoreRow(services, marek, { ...once(), id: row });
	await brought(services);
	expect(await both(ilze)).toEqual([[section], [action]]);
	await retireSection(services, ines, { ...once(), id: sections.actions });
	await brought(services);
	expect(await both(ilze)).toEqual([[section], []]);
});
