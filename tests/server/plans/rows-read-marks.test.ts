import type { Person } from '#lib/model/access/actor.ts';
import { hideRow, restoreRow } from '#lib/server/plans/moderation/hide-row.ts';
import { hideSection } from '#lib/server/plans/moderation/hide-section.ts';
import { openPlan } from '#lib/server/plans/read.ts';
import { retireRow } from '#lib/server/plans/rows/place.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { markSectionRead } from '#lib/server/plans/sections/read-marks.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import type { Services } from '#lib/server/services.ts';
import { addressOfPlan, paragraphs } from '../../support/plans.ts';
import { expect, leaveRow, once, test as base, type RowsGround } from './rows-ground.ts';

const minute = 60;

async function reading(services: Services & { clock: { advance(seconds: number): void } }, { plan, ines, sections }: RowsGround) {
	const address = await addressOfPlan(services, plan);
	/** What the outline says of the section of risks. */
	const risks = async (actor: Person) => {
		const { outline } = await openPlan(services.db, actor, address, { locale: 'en', now: services.clock.now(), section: null });
		const head = outline.find(({ id }) => id === sections.risks);
		if (!head) throw new Error('The plan has no section of risks');
		return head;
	};
	const later = (): string => {
		services.clock.advance(minute);
		return services.clock.now().toISOString();
	};
	const rain = await leaveRow(services, { ines, sections }, 'risk', { title: 'Rain' });
	return {
		rain,
		risks,
		isNew: async (actor: Person) => (await risks(actor)).isNew,
		/** Reads the section as it stands. */
		read: async (actor: Person) => {
			const { id, n, rowsAt } = await risks(actor);
			await markSectionRead(services, actor, { id, n, rowsAt });
		},
		later,
		write: async (actor: Person, row: string, base: number, title: string) => {
			const at = later();
			await saveRow(services, actor, { ...once(), id: row, base, values: { title } });
			return at;
		}
	};
}

const test = base.extend<{ risks: Awaited<ReturnType<typeof reading>> }>({
	risks: async ({ services, rows }, use) => use(await reading(services, rows))
});

test('a section is new to who has read it where others wrote in its rows since, and a first visit marks nothing', async ({
	rows: { ines, rui },
	risks
}) => {
	expect(await risks.risks(rui)).toMatchObject({ isNew: false, rowsAt: expect.any(String) as string });
	await risks.read(rui);
	expect(await risks.isNew(rui)).toBe(false);
	const at = await risks.write(ines, risks.rain, 1, 'Rain at noon');
	expect(await risks.risks(rui)).toMatchObject({ isNew: true, rowsAt: at });
	await risks.read(rui);
	expect(await risks.isNew(rui)).toBe(false);
});

test('a row that was added is new too, also in a section that was read while it had none', async ({ services, rows, risks }) => {
	const { marek } = rows;
	services.clock.advance(minute);
	await retireRow(services, rows.ines, { ...once(), id: risks.rain });
	await markSectionRead(services, marek, { id: rows.sections.objectives, n: 1, rowsAt: null });
	await risks.read(marek);
	services.clock.advance(minute);
	await leaveRow(services, rows, 'risk', { title: 'Wind' });
	expect(await risks.isNew(marek)).toBe(true);
	await leaveRow(services, rows, 'objective', { title: 'Room for makers' });
	const { outline } = await openPlan(services.db, marek, await addressOfPlan(services, rows.plan), {
		locale: 'en',
		now: services.clock.now(),
		section: null
	});
	expect(outline.filter(({ isNew }) => isNew).map(({ part }) => part)).toEqual(['objectives', 'risks']);
});

test('what one writes oneself is not new, and does not cover what others wrote before', async ({ services, rows, risks }) => {
	const { ines, rui, sections } = rows;
	await risks.read(ines);
	await risks.write(ines, risks.rain, 1, 'Rain at noon');
	await saveSection(services, ines, { ...once(), id: sections.risks, base: 1, doc: paragraphs('What can go wrong.') });
	expect(await risks.risks(ines)).toMatchObject({ isNew: false, rowsAt: null });
	const at = await risks.write(rui, risks.rain, 2, 'Rain at night');
	await risks.write(ines, risks.rain, 3, 'Rain all day');
	expect(await risks.risks(ines)).toMatchObject({ isNew: true, rowsAt: at });
	await risks.read(ines);
	expect(await risks.isNew(ines)).toBe(false);
});

test('what was written in a row before it was taken out is new; that it was taken out is not', async ({ services, rows, risks }) => {
	const { ines, rui } = rows;
	await risks.read(rui);
	risks.later();
	await retireRow(services, ines, { ...once(), id: risks.rain });
	expect(await risks.isNew(rui)).toBe(false);
	await risks.write(ines, risks.rain, 1, 'Rain at noon');
	expect(await risks.isNew(rui)).toBe(true);
});

test('nothing is learned of a row that is hidden, nor of the rows of a hidden section', async ({ services, rows, risks }) => {
	const { ines, rui, marek, sections } = rows;
	const wind = await leaveRow(services, rows, 'risk', { title: 'Wind' });
	await risks.read(rui);
	const before = await risks.risks(rui);
	const reason = 'Names a child.';
	await hideRow(services, marek, { ...once(), id: wind, reason });
	const at = await risks.write(ines, wind, 1, 'Wind from the sea');
	expect(await risks.risks(rui)).toMatchObject({ isNew: false, rowsAt: before.rowsAt });
	// Nor can it be read beforehand.
	await markSectionRead(services, rui, { id: sections.risks, n: 1, rowsAt: at });
	await restoreRow(services, marek, { ...once(), id: wind });
	expect(await risks.risks(rui)).toMatchObject({ isNew: true, rowsAt: at });
	await hideSection(services, marek, { ...once(), id: sections.risks, reason });
	expect(await risks.risks(rui)).toMatchObject({ isNew: false, rowsAt: null });
});

test('nothing is read before it is there, what was seen stays seen, and a repetition changes nothing', async ({
	services,
	rows: { ines, rui, sections },
	risks
}) => {
	const id = sections.risks;
	const kept = async () => {
		const [row] = await services.sql`select n, rows_at, at from sections_read where section_id = ${id} and person_id = ${rui.id}`;
		return row;
	};
	const first = (await risks.risks(rui)).rowsAt;
	await markSectionRead(services, rui, { id, n: 1, rowsAt: '9999-12-31T23:59:59.999Z' });
	const before = await kept();
	expect(new Date(before?.rows_at as string).toISOString()).toBe(first);
	const at = await risks.write(ines, risks.rain, 1, 'Rain at noon');
	expect(await risks.isNew(rui)).toBe(true);
	for (const rowsAt of [first, null, undefined]) await markSectionRead(services, rui, { id, n: 1, rowsAt });
	expect(await kept()).toEqual(before);
	await markSectionRead(services, rui, { id, n: 1, rowsAt: at });
	const after = await kept();
	risks.later();
	for (const rowsAt of [at, first, null]) await markSectionRead(services, rui, { id, n: 1, rowsAt });
	expect(await kept()).toEqual(after);
	expect(await risks.isNew(rui)).toBe(false);
	// New words are read without the rows being so.
	await risks.write(ines, risks.rain, 2, 'Rain at night');
	await saveSection(services, ines, { ...once(), id, base: 1, doc: paragraphs('What can go wrong.') });
	await markSectionRead(services, rui, { id, n: 2 });
	expect(await kept()).toMatchObject({ n: 2, rows_at: after?.rows_at });
	expect(await risks.isNew(rui)).toBe(true);
});

test('a moment that is none is refused by its field, and of a draft others mark nothing', async ({ services, rows, risks }) => {
	const { rui, ilze, sections } = rows;
	for (const [rowsAt, code] of [
		['yesterday', 'invalid_format'],
		['2026-03-02', 'invalid_format'],
		['2026-13-02T10:00:00Z', 'invalid_format'],
		['0000-01-01T00:00:00Z', 'no_moment'],
		[7, 'invalid_type']
	])
		await expect(markSectionRead(services, rui, { id: sections.risks, n: 1, rowsAt })).rejects.toMatchObject({
			issues: [{ field: 'rowsAt', code }]
		});
	const { rowsAt } = await risks.risks(rui);
	await expect(markSectionRead(services, ilze, { id: sections.risks, n: 1, rowsAt })).rejects.toThrow(NotFound);
	expect(await services.sql`select from sections_read where section_id = ${sections.risks}`).toHaveLength(0);
});
