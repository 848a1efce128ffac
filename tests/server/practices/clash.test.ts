import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { revisionOf } from '#lib/server/practices/find.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { settleClash } from '#lib/server/practices/settle-clash.ts';
import { leaveFile } from '../../support/leave-file.ts';
import { expect, leaveDraft, little, once, test } from '../../support/practices.ts';

test('two who write at once both keep their words, and a clash keeps both sides', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	await savePractice(services, ines, { ...once(), id, base: 1, values: { place: 'Praça Velha', pitch: 'From Inês' } });
	const second = await savePractice(services, rui, { ...once(), id, base: 1, values: { funding: 'The city', pitch: 'From Rui' } });
	expect(second).toMatchObject({ n: 3, clashes: ['pitch'] });
	expect(await revisionOf(services.db, id, 3)).toMatchObject({ place: 'Praça Velha', funding: 'The city', pitch: 'From Inês' });
	const settled = await settleClash(services, rui, { ...once(), id, field: 'pitch', keep: 'mine' });
	expect(await revisionOf(services.db, id, settled.n)).toMatchObject({ place: 'Praça Velha', pitch: 'From Rui' });
	await expect(settleClash(services, rui, { ...once(), id, field: 'pitch', keep: 'mine' })).rejects.toThrow(NotFound);
});

test('a side that is not chosen stays in the history', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	await savePractice(services, ines, { ...once(), id, base: 1, values: { pitch: 'From Inês' } });
	await savePractice(services, rui, { ...once(), id, base: 1, values: { pitch: 'From Rui' } });
	const settled = await settleClash(services, rui, { ...once(), id, field: 'pitch', keep: 'theirs' });
	const said = await services.sql`select content ->> 'pitch' as pitch from practice_revisions where practice_id = ${id} order by n`;
	expect(said.map(({ pitch }) => pitch)).toContain('From Rui');
	expect(await revisionOf(services.db, id, settled.n)).toMatchObject({ pitch: 'From Inês' });
});

test('one who adds a paragraph and one who changes another do not clash', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const said = (words: string) => ({ lessons: fromMarkdown(words) });
	const id = await leaveDraft(services, ground, { ...little(), ...said('Rain.\n\nWind.\n\nFrost.') });
	await savePractice(services, ines, { ...once(), id, base: 1, values: said('Rain and hail.\n\nWind.\n\nFrost.') });
	const saved = await savePractice(services, rui, { ...once(), id, base: 1, values: said('Rain.\n\nWind.\n\nFrost.\n\nSnow.') });
	expect(saved.clashes).toEqual([]);
	expect(await revisionOf(services.db, id, saved.n)).toMatchObject(said('Rain and hail.\n\nWind.\n\nFrost.\n\nSnow.'));
});

test('where mine is kept, the paragraphs of the other stand, and both versions stay in the history', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const said = (words: string) => ({ lessons: fromMarkdown(words) });
	const id = await leaveDraft(services, ground, { ...little(), ...said('Rain.\n\nWind.') });
	await savePractice(services, ines, { ...once(), id, base: 1, values: said('Rain and hail.\n\nNo wind at all.') });
	const clash = await savePractice(services, rui, { ...once(), id, base: 1, values: said('Rain.\n\nMuch wind.') });
	expect(clash.clashes).toEqual(['lessons']);
	const settled = await settleClash(services, rui, { ...once(), id, field: 'lessons', keep: 'mine' });
	expect(await revisionOf(services.db, id, settled.n)).toMatchObject(said('Rain and hail.\n\nMuch wind.'));
	expect(await revisionOf(services.db, id, settled.asWritten)).toMatchObject(said('Rain.\n\nMuch wind.'));
	expect(await revisionOf(services.db, id, 2)).toMatchObject(said('Rain and hail.\n\nNo wind at all.'));
	// What Rui typed on before he chose is put on top of both.
	const more = await savePractice(services, rui, {
		...once(),
		id,
		base: settled.asWritten,
		values: said('Rain.\n\nMuch wind.\n\nFrost.')
	});
	expect(await revisionOf(services.db, id, more.n)).toMatchObject(said('Rain and hail.\n\nMuch wind.\n\nFrost.'));
});

test.for(['mine', 'theirs'] as const)('a clash about the language is settled: %s', async (keep, { services, ground }) => {
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	await savePractice(services, ines, { ...once(), id, base: 1, values: { lang: 'pt' } });
	expect(await savePractice(services, rui, { ...once(), id, base: 1, values: { lang: 'lv' } })).toMatchObject({ clashes: ['lang'] });
	const settled = await settleClash(services, rui, { ...once(), id, field: 'lang', keep });
	expect(await revisionOf(services.db, id, settled.n)).toMatchObject({ lang: keep === 'mine' ? 'lv' : 'pt' });
	for (const field of ['id', 'toString', 'values'])
		await expect(settleClash(services, rui, { ...once(), id, field, keep })).rejects.toThrow(Invalid);
});

test.for(['mine', 'theirs'] as const)('a clash about a file that one took away is settled: %s', async (keep, { services, ground }) => {
	const { ines, rui, ilze } = ground;
	const [square, hers] = [await leaveFile(services, ines, 'square.jpg'), await leaveFile(services, ilze, 'hers.jpg')];
	const id = await leaveDraft(services, ground);
	await savePractice(services, ines, { ...once(), id, base: 1, values: { files: [{ id: square, alt: 'The square' }] } });
	await savePractice(services, ines, { ...once(), id, base: 2, values: { files: [] } });
	const mine = [{ id: square, alt: 'Our square' }];
	const files = [...mine, { id: hers }];
	await expect(savePractice(services, rui, { ...once(), id, base: 2, values: { files } })).rejects.toThrow(Invalid);
	expect(await savePractice(services, rui, { ...once(), id, base: 2, values: { files: mine } })).toMatchObject({ clashes: ['files'] });
	const settled = await settleClash(services, rui, { ...once(), id, field: 'files', keep });
	expect((await revisionOf(services.db, id, settled.n)).files).toEqual(keep === 'mine' ? mine : []);
	const held = await services.sql`select alt from file_uses where subject_kind = 'practice-draft' and subject_id = ${id}`;
	expect(held).toEqual(keep === 'mine' ? [{ alt: 'Our square' }] : []);
});
