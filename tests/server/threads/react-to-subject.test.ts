import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { practiceStream, draftStream } from '#lib/model/practices/practice.ts';
import { reacted, type Reaction, type ReactionKind } from '#lib/model/threads/reactions.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { reactToSubject } from '#lib/server/threads/react-to-subject.ts';
import { reactionsToSubject } from '#lib/server/threads/subject-reactions.ts';
import { expect, leaveDraft, leavePublished, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';

/** A published entry, who reacts to it, and what is told of it. */
async function anEntry(services: TestServices, ground: PracticeGround) {
	const stream = practiceStream(await leavePublished(services, ground));
	const reactions = (person: Person = ground.ines) => reactionsToSubject(services.db, person, stream);
	return {
		stream,
		reacts: (person: Person, kind: ReactionKind, on = true) => reactToSubject(services, person, { ...once(), stream, kind, on }),
		reactions,
		inShort: async () => (await reactions()).map(({ kind, by }) => [kind, ...by.map(({ name, city }) => `${name} ${city}`)]),
		events: async () => (await eventsSince(services.sql, stream, 0, 50)).filter(({ name }) => name === 'subject.reacted')
	};
}

test('reactions to an entry are set and unset, never twice, and their events lead to the same', async ({ services, ground }) => {
	const { ines, ilze, saskia } = ground;
	const { reacts, reactions, inShort, events } = await anEntry(services, ground);
	const first = await reacts(ilze, 'thanks');
	expect(await reacts(ilze, 'thanks')).toEqual(first);
	await reacts(saskia, 'idea');
	await reacts(ines, 'thanks');
	await reacts(saskia, 'idea', false);
	await reacts(saskia, 'idea', false);
	expect(await inShort()).toEqual([['thanks', 'Ilze da', 'Inês co']]);
	const told = await events();
	expect(told).toHaveLength(4);
	const followed = told.reduce<Reaction[]>(
		(now, event) => (event.name === 'subject.reacted' ? reacted(now, event.payload.kind, event.payload.by, event.payload.on) : now),
		[]
	);
	expect(followed).toEqual(await reactions());
});

test('from several tabs at once it is set once, and a command that comes again is answered as before', async ({ services, ground }) => {
	const { ilze } = ground;
	const { stream, reacts, inShort, events } = await anEntry(services, ground);
	await Promise.all([1, 2, 3, 4].map(() => reacts(ilze, 'celebrate')));
	expect(await events()).toHaveLength(1);
	const off = { ...once(), stream, kind: 'celebrate', on: false };
	expect(await reactToSubject(services, ilze, off)).toEqual(await reactToSubject(services, ilze, off));
	expect(await inShort()).toEqual([]);
	await expect(reactToSubject(services, ilze, { ...off, on: true })).rejects.toThrow(Conflict);
});

test('who only reads does not react, and to a draft only those who know of it', async ({ services, ground }) => {
	const { network, claire, ilze, marek, ines } = ground;
	const { reacts, reactions, events } = await anEntry(services, ground);
	await expect(reacts(claire, 'agree')).rejects.toThrow(Forbidden);
	const stranger = await network.person('Stranger', { network: randomUUID() });
	await expect(reacts(stranger, 'agree')).rejects.toThrow(NotFound);
	await reacts(ilze, 'agree');
	expect(await reactions(claire)).toHaveLength(1);
	expect(await reactions(stranger)).toEqual([]);
	expect(await events()).toHaveLength(1);

	const stream = draftStream(await leaveDraft(services, ground));
	const agree = (person: Person) => reactToSubject(services, person, { ...once(), stream, kind: 'agree', on: true });
	for (const insider of [ines, marek]) await agree(insider);
	await expect(agree(ilze)).rejects.toThrow(NotFound);
});

test('nonsense is refused', async ({ services, ground }) => {
	const { stream } = await anEntry(services, ground);
	const send = (wrong: object) => reactToSubject(services, ground.ilze, { ...once(), stream, kind: 'agree', on: true, ...wrong });
	for (const wrong of [{ kind: 'dislike' }, { kind: 'toString' }, { on: 'on' }, { stream: 7 }, { stream: 'x'.repeat(200) }])
		await expect(send(wrong)).rejects.toThrow(Invalid);
	for (const nowhere of [`practice:${randomUUID()}`, `user:${ground.ilze.id}`, 'practice:'])
		await expect(send({ stream: nowhere })).rejects.toThrow(NotFound);
});
