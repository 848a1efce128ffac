import { adoptionStream } from '#lib/model/adoptions/adoption.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { practiceStream } from '#lib/model/practices/practice.ts';
import { askOwner } from '#lib/server/adoptions/ask-owner.ts';
import { markInterest, moveAdoption } from '#lib/server/adoptions/steps.ts';
import { Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { presentSubjects } from '#lib/server/threads/subjects.ts';
import { expect, inboxOf, leaveInParts, once, test } from '../../support/adoptions.ts';
import { saying } from '../../support/saying.ts';

const asking = (id: string, words = 'What does a stall cost?') => ({ ...once(), id, city: 'da', doc: fromMarkdown(words), lang: 'en' });

test('to ask is no adoption: the pair has a thread, the owner waits to answer, and the practice tells nobody', async ({
	services,
	ground
}) => {
	const { ilze, rui, ines } = ground;
	const practice = await leaveInParts(services, ground);
	const before = await eventsSince(services.sql, practiceStream(practice), 0, 50);
	const { id } = await askOwner(services, ilze, asking(practice));
	expect(await services.sql`select stage from adoptions`).toEqual([{ stage: null }]);
	expect(await services.sql`select from adoption_steps`).toHaveLength(0);
	expect(await eventsSince(services.sql, practiceStream(practice), 0, 50)).toEqual(before);
	expect(await inboxOf(services, rui)).toEqual(['Ilze asks Coimbra']);
	expect(await inboxOf(services, ines)).toEqual([]);
	await expect(moveAdoption(services, ilze, { ...once(), id, stage: 'adapt', note: '' })).rejects.toMatchObject({
		reason: 'adoption_state'
	});
	const stream = adoptionStream(id);
	await postMessage(services, rui, { ...once(), stream, doc: saying('Ten euros'), lang: 'en', replyTo: 1 });
	expect(await inboxOf(services, rui)).toEqual([]);
	expect(await inboxOf(services, ilze)).toEqual(['Ten euros']);
	await askOwner(services, ilze, asking(practice, 'And on Sundays?'));
	const { thread } = await openThread(services.db, ines, { stream, locale: 'en', window: {} });
	expect(thread.posts).toHaveLength(3);
	expect((await markInterest(services, ilze, { ...once(), id: practice, city: 'da' })).id).toBe(id);
	expect(await services.sql`select stage from adoptions`).toEqual([{ stage: 'interested' }]);
});

test('two who ask at once ask in one thread', async ({ services, ground }) => {
	const { ilze, network } = ground;
	const arturs = await network.person('Artūrs', { city: 'da' });
	const practice = await leaveInParts(services, ground);
	const asked = await Promise.all([ilze, arturs].map((person) => askOwner(services, person, asking(practice))));
	expect(asked[0]?.id).toBe(asked[1]?.id);
	expect(asked.map(({ seq }) => seq).sort()).toEqual([1, 2]);
});

test('the contact of an entry is asked, or the coordinator where the contact works there no more', async ({ services, ground }) => {
	const { ilze, ines, rui, nuria } = ground;
	const practice = await leaveInParts(services, ground, { contact: ines.id });
	await askOwner(services, ilze, asking(practice));
	expect(await inboxOf(services, ines)).toEqual(['Ilze asks Coimbra']);
	expect(await inboxOf(services, rui)).toEqual([]);
	await services.sql`update memberships set ends_at = starts_at + interval '1 second' where person_id = ${ines.id}`;
	services.clock.advance(60);
	await askOwner(services, nuria, { ...asking(practice), city: 'gr' });
	expect(await inboxOf(services, rui)).toEqual(['Nuria asks Coimbra']);
});

test('another city of the network neither reads the thread of a pair nor learns of it', async ({ services, ground }) => {
	const { ilze, nuria, claire, marek, saskia } = ground;
	const practice = await leaveInParts(services, ground);
	const { id } = await askOwner(services, ilze, asking(practice));
	const stream = adoptionStream(id);
	const open = (person: typeof ilze) => openThread(services.db, person, { stream, locale: 'en', window: {} });
	for (const person of [marek, saskia]) expect((await open(person)).thread.posts).toHaveLength(1);
	const subject = { kind: 'adoption', subjectId: id };
	for (const person of [nuria, claire]) {
		await expect(open(person)).rejects.toThrow(NotFound);
		await expect(postMessage(services, person, { ...once(), stream, doc: saying('Hm'), lang: 'en' })).rejects.toThrow(NotFound);
		expect((await presentSubjects(services.db, person, 'en', [subject]))(subject)).toBeUndefined();
		await expect(moveAdoption(services, person, { ...once(), id, stage: 'adapt', note: '' })).rejects.toThrow(NotFound);
	}
	await expect(askOwner(services, nuria, asking(practice))).rejects.toThrow(Forbidden);
	await expect(askOwner(services, ilze, asking(practice, ' '))).rejects.toThrow(Invalid);
	await expect(askOwner(services, ilze, asking(practice, 'W'.repeat(2001)))).rejects.toThrow(Invalid);
});
