import { moveAdoption, markInterest, stopAdoption } from '#lib/server/adoptions/steps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { archivePractice } from '#lib/server/practices/archive.ts';
import { expect, inboxOf, leaveAdoption, leaveInParts, once, test } from '../../support/adoptions.ts';
import { leaveDraft } from '../../support/practices.ts';

test('two officers who mark interest at once begin one adoption, and the owner hears of it once', async ({ services, ground }) => {
	const { ilze, ines, rui, network } = ground;
	const arturs = await network.person('Artūrs', { city: 'da' });
	const practice = await leaveInParts(services, ground);
	const marked = await Promise.all(
		[ilze, arturs].map((person) => markInterest(services, person, { ...once(), id: practice, city: 'da' }))
	);
	expect(marked[0]?.id).toBe(marked[1]?.id);
	expect(await services.sql`select stage from adoptions`).toEqual([{ stage: 'interested' }]);
	expect(await services.sql`select kind from adoption_steps`).toEqual([{ kind: 'interested' }]);
	for (const person of [ines, rui])
		expect(await inboxOf(services, person, 'informing')).toEqual(['Daugavpils is interested', 'Marek published it']);
});

test('an adoption goes forward and back, each stage dated, and stops and is taken up again', async ({ services, ground }) => {
	const { ilze, ines } = ground;
	const { id } = await leaveAdoption(services, ground);
	const move = (stage: string, note = '') => moveAdoption(services, ilze, { ...once(), id, stage, note });
	await move('understand', 'Two calls');
	await move('reuse');
	services.clock.advance(86_400);
	await stopAdoption(services, ilze, { ...once(), id, reason: 'No budget this year' });
	await expect(stopAdoption(services, ilze, { ...once(), id, reason: 'Again' })).rejects.toThrow(Conflict);
	expect(await services.sql`select stage, stopped_reason from adoptions`).toEqual([
		{ stage: 'reuse', stopped_reason: 'No budget this year' }
	]);
	await move('adapt', 'A smaller square');
	expect(await services.sql`select kind, note from adoption_steps order by number`).toEqual([
		{ kind: 'interested', note: '' },
		{ kind: 'understand', note: 'Two calls' },
		{ kind: 'reuse', note: '' },
		{ kind: 'stopped', note: 'No budget this year' },
		{ kind: 'adapt', note: 'A smaller square' }
	]);
	expect(await services.sql`select stage, stopped_at from adoptions`).toEqual([{ stage: 'adapt', stopped_at: null }]);
	expect((await inboxOf(services, ines, 'informing')).slice(0, 3)).toEqual([
		'Daugavpils has stopped, and says why',
		'Daugavpils has come to “Re-use”',
		'Daugavpils is interested'
	]);
});

test('the same step twice is one, and another line is said at the same stage', async ({ services, ground }) => {
	const { ilze } = ground;
	const { id } = await leaveAdoption(services, ground);
	const move = (note: string) => moveAdoption(services, ilze, { ...once(), id, stage: 'understand', note });
	await move('Two calls');
	const [before] = await services.sql`select stage_at from adoptions`;
	services.clock.advance(86_400);
	await move('Two calls');
	await move('');
	expect(await services.sql`select from adoption_steps`).toHaveLength(2);
	await move('Three calls');
	expect(await services.sql`select note from adoption_steps where kind = 'understand' order by number`).toEqual([
		{ note: 'Two calls' },
		{ note: 'Three calls' }
	]);
	expect(await services.sql`select stage_at from adoptions`).toEqual([before]);
});

test('only the team of another city marks interest, and only that city moves', async ({ services, ground }) => {
	const { ines, ilze, nuria, marek, claire, network } = ground;
	const practice = await leaveInParts(services, ground);
	const mark = (person: typeof ines, city: string) => markInterest(services, person, { ...once(), id: practice, city });
	await expect(mark(ines, 'co')).rejects.toThrow(Forbidden);
	await expect(mark(ines, 'da')).rejects.toThrow(Forbidden);
	await expect(mark(ilze, 'gr')).rejects.toThrow(Forbidden);
	await expect(mark(claire, 'da')).rejects.toThrow(Forbidden);
	const local = await network.person('Laima', { city: 'da', role: 'local' });
	await expect(mark(local, 'da')).rejects.toThrow(Forbidden);
	const { id } = await mark(ilze, 'da');
	for (const person of [ines, nuria, marek, claire])
		await expect(moveAdoption(services, person, { ...once(), id, stage: 'adapt', note: '' })).rejects.toThrow(Forbidden);
	expect(await services.sql`select stage from adoptions`).toEqual([{ stage: 'interested' }]);
});

test('what nobody can take over is refused: a draft, what is archived, what says nothing', async ({ services, ground }) => {
	const { ilze, ines } = ground;
	const draft = await leaveDraft(services, ground);
	await expect(markInterest(services, ilze, { ...once(), id: draft, city: 'da' })).rejects.toThrow(NotFound);
	const { id, practice } = await leaveAdoption(services, ground);
	await archivePractice(services, ines, { ...once(), id: practice });
	await expect(markInterest(services, ground.nuria, { ...once(), id: practice, city: 'gr' })).rejects.toMatchObject({
		reason: 'practice_state'
	});
	const wrong: [unknown, string][] = [
		[{ stage: 'stopped', note: '' }, 'stage'],
		[{ stage: 'adapt', note: 'x'.repeat(201) }, 'note'],
		[{ stage: 'adapt', note: 7 }, 'note']
	];
	for (const [input, field] of wrong)
		await expect(moveAdoption(services, ilze, { ...once(), id, ...(input as object) })).rejects.toMatchObject({ issues: [{ field }] });
	await expect(stopAdoption(services, ilze, { ...once(), id, reason: ' \u200b ' })).rejects.toThrow(Invalid);
	expect(await services.sql`select from adoption_steps`).toHaveLength(1);
});
