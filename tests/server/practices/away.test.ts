import type { Socket } from 'socket.io-client';
import type { Envelope } from '#lib/model/events.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { draftStream, practiceStream } from '#lib/model/practices/practice.ts';
import { apply } from '#lib/model/threads/thread.ts';
import { addLogEntry } from '#lib/server/adoptions/log.ts';
import { markInterest, moveAdoption } from '#lib/server/adoptions/steps.ts';
import { archivePractice, reopenPractice } from '#lib/server/practices/archive.ts';
import { askForField } from '#lib/server/practices/ask.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { approvePractice, requestChanges, submitPractice } from '#lib/server/practices/rounds.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { ask, liveOn } from '../../support/live.ts';
import { expect, leaveDraft, little, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { saying } from '../../support/saying.ts';

/** All that happens to an entry from its first draft until another city takes it over, with what is said on both sides. */
async function life(services: TestServices, { ines, rui, marek, ilze }: PracticeGround, id: string): Promise<void> {
	const [draft, entry] = [draftStream(id), practiceStream(id)];
	const say = (person: Person, stream: string, words: string) =>
		postMessage(services, person, { ...once(), stream, doc: saying(words), lang: 'en' });
	await savePractice(services, rui, { ...once(), id, base: 1, values: { place: 'Medlar square' } });
	await submitPractice(services, ines, { ...once(), id, n: 2 });
	await say(ines, draft, 'A medlar to you');
	await requestChanges(services, marek, { ...once(), id, round: 1, reasons: [{ field: 'impact', text: 'How many medlars?' }] });
	await savePractice(services, ines, { ...once(), id, base: 2, values: { impact: fromMarkdown('Forty.') } });
	await submitPractice(services, ines, { ...once(), id, n: 3 });
	await approvePractice(services, marek, { ...once(), id, round: 2 });
	await say(ilze, entry, 'A quince to all');
	await askForField(services, ilze, { ...once(), id, field: 'cost' });
	const { id: pair } = await markInterest(services, ilze, { ...once(), id, city: 'da' });
	await moveAdoption(services, ilze, { ...once(), id: pair, stage: 'adapt', note: '' });
	await addLogEntry(services, ilze, { ...once(), id: pair, kind: 'news', doc: saying('A stall'), lang: 'en' });
	const cost = { from: '5', to: null, currency: 'EUR' };
	await savePractice(services, rui, { ...once(), id, base: 3, values: { cost } });
	await publishChanges(services, rui, { ...once(), id, n: 4 });
	await archivePractice(services, ines, { ...once(), id });
	await reopenPractice(services, ines, { ...once(), id });
}

const ofDraft = [
	'practice.saved',
	'practice.submitted',
	'post.posted',
	'practice.returned',
	'practice.saved',
	'practice.submitted',
	'practice.approved',
	'practice.saved',
	'practice.archived',
	'practice.reopened'
];
const ofAll = [
	'practice.published',
	'post.posted',
	'practice.asked',
	'adoption.marked',
	'adoption.moved',
	'adoption.logged',
	'practice.published',
	'practice.told',
	'adoption.revised',
	'practice.archived',
	'practice.reopened'
];

async function missed(line: Socket, stream: string, seq: number): Promise<Envelope[]> {
	const answer = (await ask(line, 'follow', { stream, seq })) as { ok: { events: Envelope[] } };
	return answer.ok.events;
}

test('who was away gets all that they missed, in its order and once, from wherever they were', async ({ services, ground }) => {
	const id = await leaveDraft(services, ground);
	const live = await liveOn(services);
	const stream = draftStream(id);
	const load = async () => (await openThread(services.db, ground.ines, { stream, locale: 'en', window: {} })).thread;
	const stale = await load();
	await life(services, ground, id);
	const line = await live.line(ground.ines);
	const events = await missed(line, stream, stale.seq);
	expect(events.map(({ name }) => name)).toEqual(ofDraft);
	expect(events.map(({ seq }) => seq)).toEqual(ofDraft.map((_, n) => stale.seq + 1 + n));
	expect(events.reduce(apply, stale)).toEqual(await load());
	for (const [place, { seq }] of events.entries()) {
		const again = await live.line(ground.rui);
		expect(await missed(again, stream, seq)).toEqual(events.slice(place + 1));
		again.disconnect();
	}
	await live.close();
});

test('who reads the published entry hears what everybody may hear, live and afterwards, and nothing of its draft', async ({
	services,
	ground
}) => {
	const id = await leaveDraft(services, ground, little('Quince market'));
	const live = await liveOn(services);
	const { nuria, network } = ground;
	const line = await live.line(nuria);
	const heard: unknown[] = [];
	const told: Envelope[] = [];
	line.onAny((name: string, ...all: unknown[]) => {
		heard.push(name, all);
		if (name === 'event') told.push(...(all as Envelope[]));
	});
	const stream = practiceStream(id);
	await missed(line, network.stream, 0);
	await life(services, ground, id);
	expect(await ask(line, 'follow', { stream: draftStream(id), seq: 0 })).toMatchObject({ refused: { code: 'not_found' } });
	const events = await missed(line, stream, 0);
	expect(events.map(({ name }) => name)).toEqual(ofAll);
	const load = async () => (await openThread(services.db, nuria, { stream, locale: 'en', window: {} })).thread;
	const fresh = await load();
	expect(events.reduce(apply, { ...fresh, seq: 0, posts: [] })).toEqual(fresh);
	// Live, the same: what is heard of one more change of the draft, until it is published.
	await savePractice(services, ground.ines, { ...once(), id, base: 4, values: { place: 'Another medlar square' } });
	await publishChanges(services, ground.ines, { ...once(), id, n: 5 });
	await expect.poll(() => told.map(({ name }) => name), { timeout: 4000 }).toEqual(['practice.published', 'adoption.revised']);
	expect(told.map(({ seq }) => seq)).toEqual([ofAll.length + 1, ofAll.length + 2]);
	expect(JSON.stringify([heard, events])).not.toMatch(/practice-draft|medlar/i);
	await live.close();
});

test('who works for the city no longer gets nothing of the draft on coming back', async ({ services, ground }) => {
	const id = await leaveDraft(services, ground);
	const live = await liveOn(services);
	const line = await live.line(ground.ines);
	expect(await missed(line, draftStream(id), 0)).toHaveLength(1);
	line.disconnect();
	await services.sql`update memberships set partner_id = (select id from partners where code = 'gr') where person_id = ${ground.ines.id}`;
	await savePractice(services, ground.rui, { ...once(), id, base: 1, values: { place: 'Medlar square' } });
	const back = await live.line(ground.ines);
	expect(await ask(back, 'follow', { stream: draftStream(id), seq: 1 })).toMatchObject({ refused: { code: 'not_found' } });
	await live.close();
});
