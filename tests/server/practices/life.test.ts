import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { archivePractice, growPractice, reopenPractice } from '#lib/server/practices/archive.ts';
import { askForField } from '#lib/server/practices/ask.ts';
import { beginPractice } from '#lib/server/practices/begin.ts';
import { findDraft, findPractice, revisionOf } from '#lib/server/practices/find.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { approvePractice, requestChanges, submitPractice, withdrawPractice } from '#lib/server/practices/rounds.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type TestServices } from '../../support/practices.ts';

async function told(services: TestServices, person: Person, view: 'waiting' | 'informing' = 'waiting'): Promise<(string | undefined)[]> {
	await deliveryOf(services).due();
	const { entries } = await openInbox(services.db, person, { view });
	const cards = await cardsOf(services.db, person, 'en', entries);
	return entries.map(({ id }) => cards[id]?.says);
}

async function addressOf({ sql }: TestServices, id: string): Promise<string> {
	const [row] = await sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	return row?.at ?? '';
}

test('a draft is submitted, sent back with reasons, resubmitted and published', async ({ services, ground }) => {
	const { ines, marek, ilze } = ground;
	const id = await leaveDraft(services, ground);
	const at = await addressOf(services, id);
	await expect(findPractice(services.db, ilze, at)).rejects.toThrow(NotFound);
	await submitPractice(services, ines, { ...once(), id, n: 1 });
	expect(await told(services, marek)).toEqual(['Inês asks you to publish this']);
	const reasons = [
		{ field: 'impact', text: 'How many growers came?' },
		{ field: null, text: 'Thank you!' }
	] as const;
	await requestChanges(services, marek, { ...once(), id, round: 1, reasons });
	expect(await told(services, marek)).toEqual([]);
	expect(await told(services, ines)).toEqual(['Marek asks for changes']);
	const saved = await savePractice(services, ines, { ...once(), id, base: 1, values: { impact: fromMarkdown('Forty of them.') } });
	expect(saved).toMatchObject({ n: 2, clashes: [] });
	await submitPractice(services, ines, { ...once(), id, n: 2 });
	expect(await told(services, ines)).toEqual([]);
	await approvePractice(services, marek, { ...once(), id, round: 2 });
	expect(await told(services, ines, 'informing')).toContain('Marek published it');
	expect(await findPractice(services.db, ilze, at)).toMatchObject({ state: 'published', publishedN: 2, city: 'co' });
	await expect(findDraft(services.db, ilze, at)).rejects.toThrow(NotFound);
});

test('of two leads who decide at once one decides, and the other is told', async ({ services, ground }) => {
	const { ines, marek, network } = ground;
	const kalina = await network.person('Kalina', { role: 'lead', city: null });
	const id = await leaveDraft(services, ground);
	await submitPractice(services, ines, { ...once(), id, n: 1 });
	const outcomes = await Promise.allSettled([
		approvePractice(services, marek, { ...once(), id, round: 1 }),
		requestChanges(services, kalina, { ...once(), id, round: 1, reasons: [{ field: null, text: 'More, please.' }] })
	]);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const refused = outcomes.find((one) => one.status === 'rejected');
	expect(refused?.reason).toMatchObject({ name: 'Conflict', reason: 'practice_state' });
	const rounds = await services.sql`select outcome from practice_rounds where practice_id = ${id}`;
	expect(rounds).toHaveLength(1);
	expect(['changes', 'approved']).toContain(rounds[0]?.outcome);
});

test('what is changed in a published entry stays in its draft until it is published', async ({ services, ground }) => {
	const { ines, ilze } = ground;
	const id = await leavePublished(services, ground);
	const at = await addressOf(services, id);
	await savePractice(services, ines, { ...once(), id, base: 1, values: { title: 'Quince and medlar market' } });
	expect(await findPractice(services.db, ilze, at)).toMatchObject({ publishedN: 1, draftN: 2, slug: 'quince-market' });
	await expect(publishChanges(services, ines, { ...once(), id, n: 1 })).rejects.toThrow(Conflict);
	await publishChanges(services, ines, { ...once(), id, n: 2 });
	expect(await findPractice(services.db, ilze, at)).toMatchObject({ publishedN: 2, slug: 'quince-and-medlar-market' });
	expect(await services.sql`select number, n from practice_publications where practice_id = ${id} order by number`).toEqual([
		{ number: 1, n: 1 },
		{ number: 2, n: 2 }
	]);
	await expect(publishChanges(services, ines, { ...once(), id, n: 2 })).rejects.toMatchObject({ reason: 'practice_unchanged' });
});

test('a reader asks for what is not told, the city hears who, and the answer reaches who asked', async ({ services, ground }) => {
	const { ines, ilze, claire } = ground;
	const id = await leavePublished(services, ground);
	for (const reader of [ilze, claire]) await askForField(services, reader, { ...once(), id, field: 'cost' });
	expect(await told(services, ines)).toEqual(['Claire asks for “Cost”', 'Ilze asks for “Cost”']);
	const cost = { from: '12000.50', to: null, currency: 'EUR' };
	await savePractice(services, ines, { ...once(), id, base: 1, values: { cost } });
	await publishChanges(services, ines, { ...once(), id, n: 2 });
	expect(await told(services, ines)).toEqual([]);
	for (const reader of [ilze, claire])
		expect(await told(services, reader, 'informing')).toEqual(['Inês told what you asked for: “Cost”']);
	await expect(askForField(services, ilze, { ...once(), id, field: 'cost' })).rejects.toMatchObject({ reason: 'practice_told' });
	await expect(askForField(services, ilze, { ...once(), id, field: 'title' })).rejects.toThrow(Invalid);
});

test('a story grows, is withdrawn, archived and taken up again, and loses no word', async ({ services, ground }) => {
	const { ines, ilze, marek, network } = ground;
	const values = { ...little('Plums on wheels'), pitch: '' };
	const { id } = await beginPractice(services, ines, { ...once(), network: network.id, city: 'co', form: 'story', values });
	expect(await revisionOf(services.db, id, 1)).toMatchObject({ pitch: 'Every Saturday the square belongs to growers under thirty.' });
	await growPractice(services, ines, { ...once(), id });
	await submitPractice(services, ines, { ...once(), id, n: 1 });
	await withdrawPractice(services, ines, { ...once(), id });
	expect(await told(services, marek)).toEqual([]);
	await expect(approvePractice(services, marek, { ...once(), id, round: 1 })).rejects.toThrow(Conflict);
	await archivePractice(services, ines, { ...once(), id });
	await reopenPractice(services, ines, { ...once(), id });
	expect(await findDraft(services.db, ines, await addressOf(services, id))).toMatchObject({ state: 'draft', form: 'entry' });
	await expect(archivePractice(services, ilze, { ...once(), id })).rejects.toThrow(NotFound);
});

test('what no entry can hold is refused field by field, and nothing is written', async ({ services, ground }) => {
	const { ines, ilze, network } = ground;
	const id = await leaveDraft(services, ground);
	const save = (values: unknown) => savePractice(services, ines, { ...once(), id, base: 1, values });
	const wrong: [unknown, string, string][] = [
		[{ tags: Array.from({ length: 10_000 }, (_, n) => `tag ${n}`) }, 'values.tags', 'too_many'],
		[{ cost: { from: '12,5', to: null, currency: 'EUR' } }, 'values.cost.from', 'no_amount'],
		[{ cost: { from: '9', to: '8', currency: 'EUR' } }, 'values.cost', 'from_above_to'],
		[{ links: [{ href: 'javascript:alert(1)', label: 'x' }] }, 'values.links.0.href', 'no_address'],
		[{ title: 'x'.repeat(121) }, 'values.title', 'too_long'],
		[
			{ period: { from: { date: '2017-01-01', precision: 'day' }, to: { date: '2016-01-01', precision: 'day' } } },
			'values.period',
			'from_after_to'
		]
	];
	for (const [values, field, code] of wrong) await expect(save(values)).rejects.toMatchObject({ issues: [{ field, code }] });
	expect(await services.sql`select n from practice_revisions where practice_id = ${id}`).toHaveLength(1);
	const begin = (person: Person, city: string, values: unknown) =>
		beginPractice(services, person, { ...once(), network: network.id, city, form: 'entry', values });
	await expect(begin(ines, 'co', { title: 'Only a title' })).rejects.toMatchObject({
		issues: [
			{ field: 'pitch', code: 'needed' },
			{ field: 'summary', code: 'needed' }
		]
	});
	await expect(begin(ilze, 'co', little())).rejects.toThrow(Forbidden);
});
