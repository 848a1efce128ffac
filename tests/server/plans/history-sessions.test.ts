import { historyOf } from '#lib/server/plans/history/written-history.ts';
import { planHistory } from '#lib/server/plans/history/plan-history.ts';
import { hideSection } from '#lib/server/plans/moderation/hide-section.ts';
import { saveRow, takeBackRow } from '#lib/server/plans/rows/save.ts';
import { markSectionRead } from '#lib/server/plans/sections/read-marks.ts';
import { saveSection, takeBackSection } from '#lib/server/plans/sections/save.ts';
import { openConsultation } from '#lib/server/plans/states.ts';
import type { ComparedBlock } from '#lib/model/plans/versions/compared.ts';
import type { Person } from '#lib/model/access/actor.ts';
import type { Beside } from '#lib/server/plans/history/written-history.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { addressOfPlan, consultation, paragraphs, wordsOfSection } from '../../support/plans.ts';
import type { TestServices } from '../../support/practices.ts';
import { expect, leaveRow, once, test } from './rows-ground.ts';

const minute = 60;

const words = (parts: readonly { kind: string; text: string }[] | null | undefined) =>
	(parts ?? []).map(({ kind, text }) => (kind === 'added' ? `+${text}` : kind === 'removed' ? `-${text}` : text)).join('|');

const inBlocks = (blocks: readonly ComparedBlock[] | null | undefined) => words((blocks ?? []).flatMap(({ parts }) => parts));

async function placeOf({ sql }: TestServices, id: string): Promise<string> {
	const [row] = await sql<{ place: string }[]>`
		select 's-' || short_id as place from plan_sections where id = ${id} union select 'r-' || short_id from plan_rows where id = ${id}`;
	return row?.place ?? '';
}

/** The history of a section or a row as somebody reads it. */
async function history(services: TestServices, person: Person, plan: string, id: string, beside: Beside = null) {
	const at = { place: await placeOf(services, id), locale: 'en', now: services.clock.now(), beside };
	return historyOf(services.db, person, await addressOfPlan(services, plan), at);
}

test('saves of one person close together are one session; any two are compared to the word, and older words come back', async ({
	services,
	rows
}) => {
	const { ines, rui, plan, sections } = rows;
	const id = sections.vision;
	let n = 1;
	const save = async (person: Person, after: number, text: string) => {
		services.clock.advance(after * minute);
		({ n } = await saveSection(services, person, { ...once(), id, base: n, doc: paragraphs(text) }));
	};
	await save(ines, 60, 'Una ciutat de');
	await save(ines, 1, 'Una ciutat de la col·lecció');
	await save(rui, 2, 'Una ciutat de la col·lecció d’art à 12 000 €');
	await save(ines, 40, 'Una ciutat de la col·lecció d’art à 13 000 €');
	await save(ines, 31, 'Una ciutat');
	const sessions = async () => (await history(services, ines, plan, id)).sessions.map(({ from, to, by }) => [from, to, by?.name]);
	expect(await sessions()).toEqual([
		[6, 6, 'Inês'],
		[5, 5, 'Inês'],
		[4, 4, 'Rui'],
		[2, 3, 'Inês'],
		[1, 1, 'Inês']
	]);
	const { compared } = await history(services, ines, plan, id, { from: 3, to: 5 });
	expect(inBlocks(compared?.blocks)).toBe('Una ciutat de la col·lecció|+ d’art à 13 000 €');
	const changed = (await history(services, ines, plan, id, { from: 4, to: 5 })).compared;
	expect(inBlocks(changed?.blocks)).toBe('Una ciutat de la col·lecció d’art à |-12 000|+13 000| €');
	await takeBackSection(services, rui, { ...once(), id, n: 4 });
	expect(await wordsOfSection(services, id)).toEqual(['Una ciutat de la col·lecció d’art à 12 000 €']);
	expect((await history(services, ines, plan, id)).sessions[0]).toMatchObject({ from: 7, to: 7, takenBack: 4, by: { name: 'Rui' } });
	const whole = await planHistory(services.db, ines, await addressOfPlan(services, plan), services.clock.now());
	expect(whole.sessions.map(({ from, by, takenBack }) => [from, by?.name, takenBack])).toEqual([
		[7, 'Rui', 4],
		[6, 'Inês', null],
		[5, 'Inês', null],
		[4, 'Rui', null],
		[2, 'Inês', null]
	]);
});

test('rows have a history too, cell by cell', async ({ services, rows }) => {
	const { ines, rui, plan } = rows;
	const fair = await leaveRow(services, rows, 'action', { title: 'Fair', lead: 'Town hall' });
	services.clock.advance(60 * minute);
	await saveRow(services, rui, { ...once(), id: fair, base: 1, values: { lead: 'Chamber of craft' } });
	const { sessions, compared, title } = await history(services, ines, plan, fair, { from: 1, to: 2 });
	expect(title).toBe('Fair');
	expect(sessions.map(({ from, to, by }) => [from, to, by?.name])).toEqual([
		[2, 2, 'Rui'],
		[1, 1, 'Inês']
	]);
	expect(compared?.cells.map(({ cell, parts }) => [cell, words(parts)])).toEqual([['lead', '-Town hall|+Chamber of craft']]);
	await takeBackRow(services, ines, { ...once(), id: fair, n: 1 });
	expect((await history(services, ines, plan, fair)).sessions[0]).toMatchObject({ from: 3, takenBack: 1 });
});

test('what changed since one last read is compared with what one read', async ({ services, rows }) => {
	const { ines, rui, plan, sections } = rows;
	const id = sections.vision;
	await saveSection(services, ines, { ...once(), id, base: 1, doc: paragraphs('A river.') });
	expect((await history(services, rui, plan, id, { since: 'read' })).compared).toBeNull();
	await markSectionRead(services, rui, { id, n: 2 });
	await saveSection(services, ines, { ...once(), id, base: 2, doc: paragraphs('A wide river.') });
	const { compared, readLast } = await history(services, rui, plan, id, { since: 'read' });
	expect([readLast, inBlocks(compared?.blocks)]).toEqual([2, 'A |+wide |river.']);
});

test('who does not read the draft learns nothing of what was written before the opening, nor who wrote it', async ({ services, rows }) => {
	const { ines, rui, ilze, plan, sections } = rows;
	const id = sections.vision;
	await expect(history(services, ilze, plan, id)).rejects.toThrow(NotFound);
	await saveSection(services, ines, { ...once(), id, base: 1, doc: paragraphs('A secret river.') });
	await saveSection(services, rui, { ...once(), id, base: 2, doc: paragraphs('A river.') });
	services.clock.advance(minute);
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	services.clock.advance(minute);
	await saveSection(services, rui, { ...once(), id, base: 3, doc: paragraphs('A broad river.') });
	const shown = await history(services, ilze, plan, id);
	expect(shown.sessions.map(({ from, to, by, opened }) => [from, to, by?.name, opened])).toEqual([
		[4, 4, 'Rui', false],
		[3, 3, undefined, true]
	]);
	expect(inBlocks((await history(services, ilze, plan, id, { from: 3, to: 4 })).compared?.blocks)).toBe('A |+broad |river.');
	for (const from of [1, 2]) await expect(history(services, ilze, plan, id, { from, to: 4 })).rejects.toThrow(NotFound);
	expect((await history(services, ines, plan, id)).sessions.map(({ from, to }) => [from, to])).toEqual([
		[3, 4],
		[1, 2]
	]);
	const whole = await planHistory(services.db, ilze, await addressOfPlan(services, plan), services.clock.now());
	expect(whole.sessions.map(({ from, to }) => [from, to])).toEqual([[4, 4]]);
});

test('the history of what is hidden is read by the city and the leads alone', async ({ services, rows }) => {
	const { ines, marek, ilze, plan, sections } = rows;
	const id = sections.vision;
	await saveSection(services, ines, { ...once(), id, base: 1, doc: paragraphs('A river.') });
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	services.clock.advance(minute);
	await saveSection(services, ines, { ...once(), id, base: 2, doc: paragraphs('A wide river.') });
	await hideSection(services, marek, { ...once(), id, reason: 'Names a child.' });
	await expect(history(services, ilze, plan, id)).rejects.toThrow(NotFound);
	for (const one of [ines, marek]) expect((await history(services, one, plan, id)).hiddenReason).toBe('Names a child.');
	const whole = await planHistory(services.db, ilze, await addressOfPlan(services, plan), services.clock.now());
	expect(whole.sessions).toEqual([]);
});

test('of two who write at once each has one writing, and each part of it shows what that person changed', async ({ services, rows }) => {
	const { ines, rui, plan, sections } = rows;
	const id = sections.vision;
	const said = ['A', 'A river', 'A river here', 'A wide river here', 'A wide river here now', 'A wide grey river here now'];
	services.clock.advance(40 * minute);
	for (const [at, text] of said.entries()) {
		services.clock.advance(minute);
		await saveSection(services, at % 2 === 0 ? ines : rui, { ...once(), id, base: at + 1, doc: paragraphs(text) });
	}
	const { sessions } = await history(services, ines, plan, id);
	expect(
		sessions.map(({ from, to, by, parts, empty }) => [from, to, by?.name, parts.map((part) => [part.from, part.to]), empty])
	).toEqual([
		[
			3,
			7,
			'Rui',
			[
				[7, 7],
				[5, 5],
				[3, 3]
			],
			false
		],
		[
			2,
			6,
			'Inês',
			[
				[6, 6],
				[4, 4],
				[2, 2]
			],
			false
		],
		[1, 1, 'Inês', [], true]
	]);
	const ofRui = await Promise.all(
		(sessions[0]?.parts ?? []).map(async ({ from, to }) => {
			const { compared } = await history(services, ines, plan, id, { from: from - 1, to });
			return inBlocks(compared?.blocks);
		})
	);
	expect(ofRui).toEqual(['A wide |+grey |river here now', 'A |+wide |river here', 'A|+ river']);
	const whole = await planHistory(services.db, ines, await addressOfPlan(services, plan), services.clock.now());
	expect(whole.sessions.map(({ by, parts }) => [by?.name, parts.length])).toEqual([
		['Rui', 3],
		['Inês', 3]
	]);
	// Half an hour later another writing begins.
	services.clock.advance(31 * minute);
	await saveSection(services, rui, { ...once(), id, base: 7, doc: paragraphs('A sea') });
	expect((await history(services, ines, plan, id)).sessions.map(({ from, to }) => [from, to])).toEqual([
		[8, 8],
		[3, 7],
		[2, 6],
		[1, 1]
	]);
});

test('the first text is shown as what was added to nothing, of a section and of a row', async ({ services, rows }) => {
	const { ines, plan, sections } = rows;
	const id = sections.vision;
	await saveSection(services, ines, { ...once(), id, base: 1, doc: paragraphs('A river.') });
	const shown = await history(services, ines, plan, id, { from: 0, to: 2 });
	expect(shown.sessions.map(({ from, to, empty }) => [from, to, empty])).toEqual([[1, 2, false]]);
	expect(inBlocks(shown.compared?.blocks)).toBe('+A river.');
	expect(shown.compared?.renamed).toBeNull();
	const row = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	const ofRow = await history(services, ines, plan, row, { from: 0, to: 1 });
	expect(ofRow.compared?.cells.map(({ cell, parts }) => [cell, words(parts)])).toEqual([['title', '+Rain']]);
	await expect(history(services, ines, plan, id, { from: 0, to: 0 })).rejects.toThrow(NotFound);
	// Whoever does not read the draft is not told what stood before the opening.
	await openConsultation(services, ines, { ...once(), id: plan, ...consultation });
	await expect(history(services, rows.ilze, plan, id, { from: 0, to: 2 })).rejects.toThrow(NotFound);
});
