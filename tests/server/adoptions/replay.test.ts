import type { AdoptionEvents } from '#lib/model/adoptions/happened.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { eventNames } from '#lib/model/events.ts';
import { practiceStream } from '#lib/model/practices/practice.ts';
import { apply } from '#lib/model/threads/thread.ts';
import { addLogEntry, removeLogEntry } from '#lib/server/adoptions/log.ts';
import { joinAdoption, leaveAdoption as leave } from '#lib/server/adoptions/looking-after.ts';
import { answerPublication } from '#lib/server/adoptions/revisions.ts';
import { chooseModule, setNextStep } from '#lib/server/adoptions/shape.ts';
import { moveAdoption, stopAdoption } from '#lib/server/adoptions/steps.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { expect, leaveAdoption, once, parts, publishAgain, test, type PracticeGround, type TestServices } from '../../support/adoptions.ts';
import { saying } from '../../support/saying.ts';

type Happens = (services: TestServices, ground: PracticeGround, id: string, practice: string) => Promise<unknown>;

const log: Happens = (services, { ilze }, id) =>
	addLogEntry(services, ilze, { ...once(), id, kind: 'news', doc: fromMarkdown('A stall is rented.'), lang: 'en' });
const revised: Happens = (services, ground, _, practice) => publishAgain(services, ground, practice, 2);

/** How each comes about after interest is marked. */
const comesAbout: Record<keyof AdoptionEvents, Happens> = {
	'adoption.marked': () => Promise.resolve(),
	'adoption.moved': (services, { ilze }, id) => moveAdoption(services, ilze, { ...once(), id, stage: 'adapt', note: '' }),
	'adoption.stopped': (services, { ilze }, id) => stopAdoption(services, ilze, { ...once(), id, reason: 'No square' }),
	'adoption.chosen': (services, { ilze }, id) =>
		chooseModule(services, ilze, { ...once(), id, module: parts.core, choice: 'kept', note: '' }),
	'adoption.planned': (services, { ilze }, id) => setNextStep(services, ilze, { ...once(), id, next: { text: 'A visit', day: null } }),
	'adoption.joined': (services, { ines }, id) => joinAdoption(services, ines, { ...once(), id }),
	'adoption.left': (services, { ilze }, id) => leave(services, ilze, { ...once(), id }),
	'adoption.logged': log,
	'adoption.relogged': async (services, ground, id, practice) => {
		const entry = (await log(services, ground, id, practice)) as { id: string };
		await removeLogEntry(services, ground.ilze, { ...once(), id: entry.id });
	},
	'adoption.revised': revised,
	'adoption.answered': async (services, ground, id, practice) => {
		await revised(services, ground, id, practice);
		await answerPublication(services, ground.ilze, { ...once(), id, publication: 2, answer: 'follow' });
	}
};

test.for(Object.entries(comesAbout))(
	'%s changes no discussion, and what is said after it is heard',
	async ([name, happen], { services, ground }) => {
		const { id, practice } = await leaveAdoption(services, ground);
		await happen(services, ground, id, practice);
		const stream = practiceStream(practice);
		const heard = await eventsSince(services.sql, stream, 0, 50);
		expect(heard.findLast((event) => event.name === name)?.payload).toMatchObject({ id });
		expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, n) => n + 1));
		await postMessage(services, ground.ines, { ...once(), stream, doc: saying('Medlars'), lang: 'en' });
		const fresh = (await openThread(services.db, ground.nuria, { stream, locale: 'en', window: {} })).thread;
		const missed = await eventsSince(services.sql, stream, 0, 50);
		expect(missed.reduce(apply, { ...fresh, seq: 0, posts: [] })).toEqual(fresh);
	}
);

test('every event of adoptions has its case', () => {
	expect(new Set(Object.keys(comesAbout))).toEqual(new Set(eventNames.filter((name) => name.startsWith('adoption.'))));
});
