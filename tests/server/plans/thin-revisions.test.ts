import { thinPlans } from '#lib/server/plans/thin.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { markSectionRead } from '#lib/server/plans/sections/read-marks.ts';
import { saveSection, settleSection, takeBackSection } from '#lib/server/plans/sections/save.ts';
import { freezeVersion } from '#lib/server/plans/states.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { paragraphs, wordsOfSection } from '../../support/plans.ts';
import { expect, leaveRow, once, test } from './rows-ground.ts';

const minute = 60_000;

test('after a month the ends of sessions stay, and all that versions, readers and restores point to', async ({ services, rows }) => {
	const { ines, rui, ilze: _, plan, sections } = rows;
	const id = sections.vision;
	const start = services.clock.now().getTime();
	let n = 1;
	const at = (when: number) => services.clock.set(new Date(start + when * minute).toISOString());
	const save = async (when: number, person: Person = ines) => {
		at(when);
		({ n } = await saveSection(services, person, { ...once(), id, base: n, doc: paragraphs(`Said at ${when}`) }));
	};
	for (const when of [1, 2, 3, 4, 5]) await save(when);
	await markSectionRead(services, rui, { id, n: 3 });
	await freezeVersion(services, ines, { ...once(), id: plan, name: 'First' });
	for (const when of [6, 7, 60, 61]) await save(when);
	await save(62, rui);
	await save(63, rui);
	at(64);
	({ n } = await takeBackSection(services, rui, { ...once(), id, n: 5 }));
	await save(65, rui);
	await save(66, rui);
	const kept = async () =>
		(await services.sql<{ n: number }[]>`select n from section_revisions where section_id = ${id} order by n`).map((row) => row.n);
	expect(await kept()).toEqual(Array.from({ length: 15 }, (_, place) => place + 1));
	expect(await thinPlans(services)).toBe(0);
	at(32 * 24 * 60);
	await thinPlans(services);
	// The first, what was read (3), taken back (5) and frozen (6), the end of each session (8, 10, 12), what came back (13), the newest.
	expect(await kept()).toEqual([1, 3, 5, 6, 8, 10, 12, 13, 15]);
	expect(await thinPlans(services)).toBe(0);
	// Of a save that went nothing is left: its event has no words, and its command is forgotten.
	const noted = await services.sql<{ n: number }[]>`
		select (result ->> 'n')::int as n from commands where name like 'section.%' and result ->> 'id' = ${id} and result ? 'n' order by 1`;
	expect(noted.map((row) => row.n)).toEqual([3, 5, 6, 8, 10, 12, 13, 15]);
	const carried = await services.sql<{ n: number }[]>`
		select (payload ->> 'revision')::int as n from events
		where name = 'section.saved' and payload ->> 'id' = ${id} and payload -> 'blocks' <> 'null' order by 1`;
	expect(carried.map((row) => row.n)).toEqual([3, 5, 6, 8, 10, 12, 13, 15]);
	// A save that began at a thinned one still finds what both began from.
	const late = await saveSection(services, ines, { ...once(), id, base: 14, title: 'Late' });
	expect([late.n, late.clashes]).toEqual([16, false]);
	expect(await wordsOfSection(services, id)).toEqual(['Said at 66']);
});

test('a save that began at a thinned one is merged by whole blocks: which words its writer had before them is not known', async ({
	services,
	rows
}) => {
	const { ines, rui, sections } = rows;
	const id = sections.vision;
	const start = services.clock.now().getTime();
	const at = (when: number) => services.clock.set(new Date(start + when * minute).toISOString());
	for (const [n, text] of ['One two three four.', 'Zero one two three four.', 'One two three four.', 'One two three six.'].entries()) {
		at(n === 3 ? 60 : n);
		await saveSection(services, ines, { ...once(), id, base: n + 1, doc: paragraphs(text) });
		if (n === 0) await markSectionRead(services, rui, { id, n: 2 });
	}
	at(32 * 24 * 60);
	await thinPlans(services);
	const [thinned] = await services.sql`select n from section_revisions where section_id = ${id} and n = 3`;
	expect(thinned).toBeUndefined();
	const doc = paragraphs('Zero one two three four.', 'And more.');
	expect(await saveSection(services, rui, { ...once(), id, base: 3, doc })).toMatchObject({ clashes: true });
	expect(await wordsOfSection(services, id)).toEqual(['One two three six.', 'And more.']);
	await settleSection(services, rui, { ...once(), id, keep: 'mine' });
	expect(await wordsOfSection(services, id)).toEqual(['Zero one two three four.', 'And more.']);
});

test('rows are thinned in the same way', async ({ services, rows }) => {
	const { ines, plan } = rows;
	const start = services.clock.now().getTime();
	const fair = await leaveRow(services, rows, 'action', { title: 'Fair' });
	let n = 1;
	for (const when of [1, 2, 3, 60]) {
		services.clock.set(new Date(start + when * minute).toISOString());
		({ n } = await saveRow(services, ines, { ...once(), id: fair, base: n, values: { lead: `Hall ${when}` } }));
		if (when === 1) await freezeVersion(services, ines, { ...once(), id: plan, name: 'First' });
	}
	services.clock.set(new Date(start + 32 * 86_400_000).toISOString());
	await thinPlans(services);
	const kept = await services.sql<{ n: number }[]>`select n from row_revisions where row_id = ${fair} order by n`;
	expect(kept.map((row) => row.n)).toEqual([1, 2, 4, 5]);
	const noted = await services.sql<{ n: number }[]>`
		select (result ->> 'n')::int as n from commands where name = 'row.save' and result ->> 'id' = ${fair} order by 1`;
	expect(noted.map((row) => row.n)).toEqual([2, 4, 5]);
});

test('however few go at once, a long session leaves no more than its end', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const id = sections.vision;
	const start = services.clock.now().getTime();
	for (let n = 1; n <= 7; n += 1) {
		services.clock.set(new Date(start + n * 20 * minute).toISOString());
		await saveSection(services, ines, { ...once(), id, base: n, doc: paragraphs(`Said ${n}`) });
	}
	services.clock.set(new Date(start + 32 * 86_400_000).toISOString());
	expect(await thinPlans(services, 2)).toBe(6);
	const kept = await services.sql<{ n: number }[]>`select n from section_revisions where section_id = ${id} order by n`;
	expect(kept.map((row) => row.n)).toEqual([1, 8]);
});
