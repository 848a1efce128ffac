import { readVersion, versionsAt } from '#lib/server/plans/versions/read-version.ts';
import { compareVersions } from '#lib/server/plans/versions/compare-versions.ts';
import { describePlan } from '#lib/server/plans/describe.ts';
import { hideSection } from '#lib/server/plans/moderation/hide-section.ts';
import { retireRow } from '#lib/server/plans/rows/place.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { addSection, moveSection, retireSection } from '#lib/server/plans/sections/place.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { adoptPlan, freezeVersion, openConsultation } from '#lib/server/plans/states.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { addressOfPlan, consultation, paragraphs } from '../../support/plans.ts';
import { expect, leaveRow, once, test, type RowsGround } from './rows-ground.ts';
import type { ComparedBlock } from '#lib/model/plans/versions/compared.ts';
import type { TestServices } from '../../support/practices.ts';

/** A draft with words and a row, frozen once, and then written on in every way. */
async function written(services: TestServices, rows: RowsGround) {
	const { ines, plan, sections } = rows;
	const save = (id: string, base: number, text: string) => saveSection(services, ines, { ...once(), id, base, doc: paragraphs(text) });
	await save(sections.vision, 1, 'A city of makers by the river.');
	await save(sections.challenge, 1, 'Young people leave.');
	const fair = await leaveRow(services, rows, 'action', { title: 'Fair', lead: 'Town hall' });
	const rain = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	services.clock.advance(60);
	await freezeVersion(services, ines, { ...once(), id: plan, name: 'For the council' });
	services.clock.advance(60);
	await save(sections.vision, 2, 'A city of young makers by the river.');
	await saveSection(services, ines, { ...once(), id: sections.context, base: 1, title: 'Where we stand' });
	await saveRow(services, ines, { ...once(), id: fair, base: 1, values: { lead: 'Chamber', costFrom: '12000', currency: 'EUR' } });
	await retireRow(services, ines, { ...once(), id: rain });
	await retireSection(services, ines, { ...once(), id: sections.people });
	await moveSection(services, ines, { ...once(), id: sections.governance, after: null });
	const { id: extra } = await addSection(services, ines, { ...once(), plan, after: sections.vision, title: 'Rivers', part: null });
	await save(extra, 1, 'We have two.');
	await describePlan(services, ines, { ...once(), id: plan, changed: { title: 'Makers of Coimbra' } });
	return { fair, rain, extra };
}

const words = (parts: readonly { kind: string; text: string }[] | null) =>
	(parts ?? []).map(({ kind, text }) => (kind === 'added' ? `+${text}` : kind === 'removed' ? `-${text}` : text)).join('|');

const inBlocks = (blocks: readonly ComparedBlock[] | null | undefined) => words((blocks ?? []).flatMap(({ parts }) => parts));

test('a version is read as it was frozen, whatever was written since', async ({ services, rows }) => {
	const { ines, plan, sections } = rows;
	const { fair, rain } = await written(services, rows);
	const address = await addressOfPlan(services, plan);
	const shown = await readVersion(services.db, ines, address, { number: 1, locale: 'en' });
	expect(shown).toMatchObject({
		plan: { title: 'Plan of co' },
		calledNow: 'Makers of Coimbra',
		version: { number: 1, name: 'For the council', kind: 'frozen', by: 'Inês' }
	});
	expect(shown.outline.map(({ title }) => title)).not.toContain('Rivers');
	expect(shown.outline.map(({ id }) => id)).toContain(sections.people);
	expect(shown.outline.every(({ writes, isNew }) => !writes && !isNew)).toBe(true);
	expect(shown.sections.find(({ id }) => id === sections.vision)?.doc).toEqual(paragraphs('A city of makers by the river.'));
	expect(shown.rows.map(({ id, values }) => [id, values.title])).toEqual(
		expect.arrayContaining([
			[fair, 'Fair'],
			[rain, 'Rain']
		])
	);
	expect(shown.rows.find(({ id }) => id === fair)?.values).toMatchObject({ lead: 'Town hall', costFrom: null });
});

test('versions of a draft are read by those who read the draft; from the opening on by everybody', async ({ services, rows }) => {
	const { ines, marek, ilze, saskia, plan } = rows;
	await written(services, rows);
	const address = await addressOfPlan(services, plan);
	for (const outsider of [ilze, saskia]) {
		await expect(versionsAt(services.db, outsider, address)).rejects.toThrow(NotFound);
		await expect(readVersion(services.db, outsider, address, { number: 1, locale: 'en' })).rejects.toThrow(NotFound);
	}
	services.clock.advance(60);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	services.clock.advance(60);
	await adoptPlan(services, ines, { ...once(), id: plan, body: 'City council', adoptedOn: '2026-01-05', file: null });
	const numbers = async (person: typeof ines) => (await versionsAt(services.db, person, address)).versions.map(({ number }) => number);
	for (const reader of [ines, marek]) expect(await numbers(reader)).toEqual([3, 2, 1]);
	for (const other of [ilze, saskia]) {
		expect(await numbers(other)).toEqual([3, 2]);
		await expect(readVersion(services.db, other, address, { number: 1, locale: 'en' })).rejects.toThrow(NotFound);
		await expect(compareVersions(services.db, other, address, { from: 1, to: 2, locale: 'en' })).rejects.toThrow(NotFound);
		expect(await readVersion(services.db, other, address, { number: 3, locale: 'en' })).toMatchObject({
			version: { kind: 'adopted', declaration: { body: 'City council', adoptedOn: '2026-01-05', file: null } }
		});
	}
	await expect(readVersion(services.db, ines, address, { number: 9, locale: 'en' })).rejects.toThrow(NotFound);
});

test('two states are compared section by section, row by row and word by word', async ({ services, rows }) => {
	const { ines, plan, sections } = rows;
	const { fair, rain, extra } = await written(services, rows);
	const { compared } = await compareVersions(services.db, ines, await addressOfPlan(services, plan), {
		from: 1,
		to: 'now',
		locale: 'en'
	});
	expect(words(compared.renamed)).toBe('-Plan|+Makers| of |-co|+Coimbra');
	const of = (id: string) => compared.sections.find((section) => section.id === id);
	expect(of(sections.vision)).toMatchObject({ became: 'changed', moved: false, renamed: null });
	expect(inBlocks(of(sections.vision)?.blocks)).toBe('A city of |+young |makers by the river.');
	expect(of(sections.challenge)).toMatchObject({ became: 'same', moved: false, blocks: null, rows: [] });
	expect(words(of(sections.context)?.renamed ?? null)).toMatch(/\+Where we stand/);
	expect(of(sections.people)).toMatchObject({ became: 'removed' });
	expect(of(sections.governance)).toMatchObject({ became: 'same', moved: true });
	expect(of(extra)).toMatchObject({ became: 'added', title: 'Rivers' });
	expect(inBlocks(of(extra)?.blocks)).toBe('+We have two.');
	const [changed] = of(sections.actions)?.rows ?? [];
	expect(changed).toMatchObject({ id: fair, became: 'changed', title: 'Fair' });
	expect(changed?.cells.map(({ cell, lang, parts }) => [cell, lang, words(parts)])).toEqual([
		['lead', 'en', '-Town hall|+Chamber'],
		['cost', null, '+€12,000']
	]);
	expect(of(sections.risks)?.rows).toMatchObject([{ id: rain, became: 'removed', title: 'Rain' }]);
	// The other way round what was added is removed.
	await freezeVersion(services, ines, { ...once(), id: plan, name: 'Later' });
	const back = await compareVersions(services.db, ines, await addressOfPlan(services, plan), { from: 2, to: 1, locale: 'en' });
	const vision = back.compared.sections.find((section) => section.id === sections.vision);
	expect(inBlocks(vision?.blocks)).toBe('A city of |-young |makers by the river.');
});

test('what a lead has hidden says nothing in any version, nor where it is compared', async ({ services, rows }) => {
	const { ines, marek, plan, sections } = rows;
	await written(services, rows);
	await hideSection(services, marek, { ...once(), id: sections.vision, reason: 'Names a child.' });
	await hideSection(services, marek, { ...once(), id: sections.actions, reason: 'Names a child.' });
	const address = await addressOfPlan(services, plan);
	const shown = await readVersion(services.db, ines, address, { number: 1, locale: 'en' });
	const { compared } = await compareVersions(services.db, ines, address, { from: 1, to: 'now', locale: 'en' });
	expect(JSON.stringify([shown, compared])).not.toMatch(/makers by the river|Fair|Town hall/);
	expect(shown.outline.find(({ id }) => id === sections.vision)).toMatchObject({ hidden: true, title: '', length: 0 });
});
