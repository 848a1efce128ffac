import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { ComputingFailed } from '#lib/server/platform/computing.ts';
import { saveSection, settleSection, takeBackSection } from '#lib/server/plans/sections/save.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { expect, once, test } from '../../support/practices.ts';
import { leavePlan, paragraphs, wordsOfSection } from '../../support/plans.ts';
import { doc, p } from '../../model/documents/section-notes.ts';
import { leaveRow, saidIn, test as rowTest } from './rows-ground.ts';

/** Twenty paragraphs long enough to be merged apart; one of them says what each of the writers wrote. */
function long(...said: [at: number, words: string][]): SectionDoc {
	const told = new Map(said);
	const filling = 'a word here and there '.repeat(30);
	return doc(...Array.from({ length: 20 }, (_, n) => p(`long${n}`, `${n} ${told.get(n) ?? 'nothing'} ${filling}${told.get(n) ?? ''}`)));
}

const firsts = (lines: string[]): string[] => lines.map((line) => line.split(' ')[1] ?? '');

test('many who save at once from one revision all have what they wrote', async ({ services, ground }) => {
	const [id = ''] = (await leavePlan(services, ground)).sections;
	await saveSection(services, ground.ines, { ...once(), id, base: 1, doc: long() });
	const writers = [ground.ines, ground.rui];
	const saves = Array.from({ length: 12 }, (_, n) =>
		saveSection(services, writers[n % 2]!, { ...once(), id, base: 2, doc: long([n, `said${n}`]) })
	);
	const saved = await Promise.all(saves);
	expect(saved.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 3));
	expect(saved.some(({ clashes }) => clashes)).toBe(false);
	expect(firsts(await wordsOfSection(services, id)).slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, n) => `said${n}`));
});

test('long saves are merged and chosen between in another thread, as short ones are in this', async ({ services, ground }) => {
	const [id = ''] = (await leavePlan(services, ground)).sections;
	const all = (word: string) => long(...Array.from({ length: 20 }, (_, n): [number, string] => [n, `${word}${n}`]));
	let apart = 0;
	const { run } = services.computing;
	services.computing.run = (...asked) => {
		apart += 1;
		return run(...asked);
	};
	await saveSection(services, ground.ines, { ...once(), id, base: 1, doc: long() });
	await saveSection(services, ground.ines, { ...once(), id, base: 2, doc: all('hers') });
	expect(apart).toBe(0);
	const saved = await saveSection(services, ground.rui, { ...once(), id, base: 2, doc: all('his') });
	expect(saved).toMatchObject({ clashes: true });
	expect(apart, 'both sides of the clash at once').toBe(1);
	expect(firsts(await wordsOfSection(services, id))[7]).toBe('hers7');
	await settleSection(services, ground.rui, { ...once(), id, keep: 'mine' });
	expect(firsts(await wordsOfSection(services, id))[7]).toBe('his7');
});

test('what could not be merged is kept aside whole', async ({ services, ground }) => {
	const [id = ''] = (await leavePlan(services, ground)).sections;
	await saveSection(services, ground.ines, { ...once(), id, base: 1, doc: long() });
	await saveSection(services, ground.ines, { ...once(), id, base: 2, doc: long([3, 'hers']) });
	services.computing.run = () => Promise.reject(new ComputingFailed('The thread ended.'));
	const mine = long(...Array.from({ length: 20 }, (_, n): [number, string] => [n, `his${n}`]));
	expect(await saveSection(services, ground.rui, { ...once(), id, base: 2, doc: mine })).toMatchObject({ clashes: true });
	expect(firsts(await wordsOfSection(services, id))[3]).toBe('hers');
	const [aside] = await services.sql<{ mine: { doc: SectionDoc } }[]>`select mine from section_clashes where section_id = ${id}`;
	expect(aside?.mine.doc).toEqual(mine);
});

test('two who take back different revisions at the same moment both do, and nothing leaves the history', async ({ services, ground }) => {
	const [id = ''] = (await leavePlan(services, ground)).sections;
	for (const [base, said] of ['One.', 'Two.', 'Three.'].entries())
		await saveSection(services, ground.ines, { ...once(), id, base: base + 1, doc: paragraphs(said) });
	const both = await Promise.all([
		takeBackSection(services, ground.ines, { ...once(), id, n: 2 }),
		takeBackSection(services, ground.rui, { ...once(), id, n: 3 })
	]);
	expect(both.map(({ n }) => n).sort()).toEqual([5, 6]);
	const revisions = await services.sql<{ n: number; from: number | null; text: string }[]>`
		select n, taken_back as from, doc #>> '{content,0,content,0,text}' as text from section_revisions where section_id = ${id} order by n`;
	expect(revisions.slice(1, 4).map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
	const back = new Map([
		[2, 'One.'],
		[3, 'Two.']
	]);
	expect(revisions.slice(4).map(({ from }) => from)).toEqual(expect.arrayContaining([2, 3]));
	for (const { from, text } of revisions.slice(4)) expect(text).toBe(back.get(from ?? 0));
	expect(await wordsOfSection(services, id)).toEqual([revisions.at(-1)?.text]);
});

rowTest('many who save a long cell at once from one revision all have what they wrote', async ({ services, rows }) => {
	const { ines, lena } = rows;
	const words = (at: number, said: string) => Array.from({ length: 120 }, (_, n) => (n === at ? said : `word${n}`)).join(' ');
	const id = await leaveRow(services, rows, 'action', { title: 'Fair', description: words(-1, '') });
	const saved = await Promise.all(
		[10, 30, 50, 70].map((at, n) =>
			saveRow(services, n % 2 ? ines : lena, { ...once(), id, base: 1, values: { description: words(at, `said${n}`) } })
		)
	);
	expect(saved.flatMap(({ clashes }) => clashes)).toEqual([]);
	const { description } = (await saidIn(services, id)) as { description: string };
	expect([10, 30, 50, 70].map((at) => description.split(' ')[at])).toEqual(['said0', 'said1', 'said2', 'said3']);
});
