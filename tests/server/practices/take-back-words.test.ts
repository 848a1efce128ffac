import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { draftStream, hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { addressOfPractice, revisionOf } from '#lib/server/practices/find.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { practiceHistory } from '#lib/server/practices/revisions.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { takeBackWords } from '#lib/server/practices/take-back-words.ts';
import { thinRevisions } from '#lib/server/practices/thin.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { leaveFile } from '../../support/leave-file.ts';
import { expect, leaveDraft, leavePublished, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';

const save = (services: TestServices, person: Person, id: string, base: number, values: Partial<PracticeValues>) =>
	savePractice(services, person, { ...once(), id, base, values });

async function sessionsOf(services: TestServices, { ines }: PracticeGround, id: string) {
	const address = hrefOfPractice(await addressOfPractice(services.db, ines, id)).slice('/practices/'.length);
	const now = services.clock.now();
	return (await practiceHistory(services.db, ines, address, { locale: 'en', now, compare: null })).sessions;
}

test('older words come back as a revision of their own, and what stood between them stays in the history', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const id = await leavePublished(services, ground);
	const first = await revisionOf(services.db, id, 1);
	await save(services, ines, id, 1, { pitch: 'Young growers sell by the river.', lessons: fromMarkdown('Rain.') });
	await publishChanges(services, ines, { ...once(), id, n: 2 });
	await save(services, ines, id, 2, { title: 'Quince fair' });

	expect(await takeBackWords(services, rui, { ...once(), id, n: 1 })).toMatchObject({ id, n: 4, clashes: [] });
	expect(await revisionOf(services.db, id, 4)).toEqual(first);
	expect(await revisionOf(services.db, id, 3)).toMatchObject({ title: 'Quince fair', pitch: 'Young growers sell by the river.' });
	const event = (await eventsSince(services.sql, draftStream(id), 0, 50)).at(-1);
	expect(event).toMatchObject({ name: 'practice.saved', payload: { n: 4, fields: ['title', 'pitch', 'lessons'], takenBack: 1 } });
	const published = await services.sql<{ n: number }[]>`select published_n as n from practices where id = ${id}`;
	expect(published[0]?.n, 'readers have what was published').toBe(2);

	// To undo it is the same again.
	await takeBackWords(services, rui, { ...once(), id, n: 3 });
	expect((await sessionsOf(services, ground, id)).map(({ from, to, by, takenBack }) => [from, to, by?.name, takenBack?.n])).toEqual([
		[5, 5, 'Rui', 3],
		[4, 4, 'Rui', 1],
		[1, 3, 'Inês', undefined]
	]);
	expect((await sessionsOf(services, ground, id))[1]?.takenBack).toMatchObject({ publication: 1 });
	expect((await sessionsOf(services, ground, id))[0]?.takenBack).toMatchObject({ publication: null });
});

test('what a colleague writes meanwhile is put into the older words, and a field that both changed is a clash', async ({
	services,
	ground
}) => {
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	await save(services, ines, id, 1, { place: 'The square', pitch: 'Lanterns' });
	await takeBackWords(services, ines, { ...once(), id, n: 1 });
	const saved = await save(services, rui, id, 2, { funding: 'The city', pitch: 'Bees' });
	expect(saved.clashes).toEqual(['pitch']);
	expect(await revisionOf(services.db, id, saved.n)).toMatchObject({ place: '', funding: 'The city' });
});

test('files come back with the words, whoever’s they are; what is gone since is left out', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	const [square, hall] = [await leaveFile(services, ines, 'square.jpg'), await leaveFile(services, ines, 'hall.jpg')];
	await save(services, ines, id, 1, { files: [{ id: square, alt: 'The square' }, { id: hall }] });
	await save(services, ines, id, 2, { files: [] });
	await services.sql`delete from files where id = ${hall}`;
	const { n } = await takeBackWords(services, rui, { ...once(), id, n: 2 });
	expect((await revisionOf(services.db, id, n)).files).toEqual([{ id: square, alt: 'The square' }]);
	const held = await services.sql`select file_id, alt from file_uses where subject_kind = 'practice-draft' and subject_id = ${id}`;
	expect(held).toEqual([{ file_id: square, alt: 'The square' }]);
});

test('words that stand there already are not written again', async ({ services, ground }) => {
	const { ines } = ground;
	const id = await leaveDraft(services, ground);
	await save(services, ines, id, 1, { pitch: 'A market.' });
	await takeBackWords(services, ines, { ...once(), id, n: 1 });
	const before = await eventsSince(services.sql, draftStream(id), 0, 50);
	expect(await takeBackWords(services, ines, { ...once(), id, n: 1 })).toMatchObject({ n: 3, seq: before.length });
	expect(await eventsSince(services.sql, draftStream(id), 0, 50)).toEqual(before);
});

test('whoever may write the draft takes words back, and no revision of another entry', async ({ services, ground }) => {
	const { ines, marek, ilze, saskia } = ground;
	const id = await leavePublished(services, ground);
	await save(services, ines, id, 1, { pitch: 'A market.' });
	const take = (person: Person, wrong: object = {}) => takeBackWords(services, person, { ...once(), id, n: 1, ...wrong });
	await expect(take(marek)).rejects.toThrow(Forbidden);
	for (const outsider of [ilze, saskia]) await expect(take(outsider)).rejects.toThrow(NotFound);
	for (const n of [3, 2_147_483_647]) await expect(take(ines, { n })).rejects.toThrow(NotFound);
	for (const n of [0, 1.5, 2_147_483_648, '1']) await expect(take(ines, { n })).rejects.toThrow(Invalid);
	const sent = { ...once(), id, n: 1 };
	const done = await takeBackWords(services, ines, sent);
	expect(await takeBackWords(services, ines, sent)).toEqual(done);
	await expect(takeBackWords(services, ines, { ...sent, n: 2 })).rejects.toThrow(Conflict);
});

test('after months the history still has what was taken back, and what stood before it', async ({ services, ground }) => {
	const { ines } = ground;
	const id = await leaveDraft(services, ground);
	await save(services, ines, id, 1, { pitch: 'A market.' });
	await save(services, ines, id, 2, { pitch: 'A night market.' });
	await takeBackWords(services, ines, { ...once(), id, n: 1 });
	await save(services, ines, id, 4, { place: 'The square' });
	services.clock.set(new Date(services.clock.now().getTime() + 40 * 86_400_000).toISOString());
	expect(await thinRevisions(services)).toBe(1);
	const kept = await services.sql<{ n: number }[]>`select n from practice_revisions where practice_id = ${id} order by n`;
	expect(kept.map(({ n }) => n)).toEqual([1, 3, 4, 5]);
});
