import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { eventNames } from '#lib/model/events.ts';
import type { PracticeEvents } from '#lib/model/practices/happened.ts';
import { draftStream, practiceStream } from '#lib/model/practices/practice.ts';
import { apply } from '#lib/model/threads/thread.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { archivePractice, growPractice, reopenPractice } from '#lib/server/practices/archive.ts';
import { askForField } from '#lib/server/practices/ask.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { approvePractice, requestChanges, submitPractice, withdrawPractice } from '#lib/server/practices/rounds.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { saying } from '../../support/saying.ts';

type Happens = (services: TestServices, ground: PracticeGround) => Promise<string>;

const change = async (services: TestServices, { ines }: PracticeGround, id: string, base = 1) => {
	const values = { cost: { from: '5', to: null, currency: 'EUR' }, lessons: fromMarkdown('Rain.') };
	return savePractice(services, ines, { ...once(), id, base, values });
};
const submitted: Happens = async (services, ground) => {
	const id = await leaveDraft(services, ground, little(), 'story');
	await submitPractice(services, ground.ines, { ...once(), id, n: 1 });
	return id;
};

/** How each comes about; the last event of the entry's own stream, or of its draft's, is the one. */
const comesAbout: Record<keyof PracticeEvents, Happens> = {
	'practice.begun': leaveDraft,
	'practice.saved': async (services, ground) => {
		const id = await leaveDraft(services, ground);
		await change(services, ground, id);
		return id;
	},
	'practice.submitted': submitted,
	'practice.withdrawn': async (services, ground) => {
		const id = await submitted(services, ground);
		await withdrawPractice(services, ground.ines, { ...once(), id });
		return id;
	},
	'practice.returned': async (services, ground) => {
		const id = await submitted(services, ground);
		await requestChanges(services, ground.marek, { ...once(), id, round: 1, reasons: [{ field: null, text: 'More.' }] });
		return id;
	},
	'practice.approved': async (services, ground) => {
		const id = await submitted(services, ground);
		await approvePractice(services, ground.marek, { ...once(), id, round: 1 });
		return id;
	},
	'practice.grown': async (services, ground) => {
		const id = await leaveDraft(services, ground, little(), 'story');
		await growPractice(services, ground.ines, { ...once(), id });
		return id;
	},
	'practice.published': leavePublished,
	'practice.archived': async (services, ground) => {
		const id = await leavePublished(services, ground);
		await archivePractice(services, ground.ines, { ...once(), id });
		return id;
	},
	'practice.reopened': async (services, ground) => {
		const id = await leavePublished(services, ground);
		await archivePractice(services, ground.ines, { ...once(), id });
		await reopenPractice(services, ground.ines, { ...once(), id });
		return id;
	},
	'practice.asked': async (services, ground) => {
		const id = await leavePublished(services, ground);
		await askForField(services, ground.ilze, { ...once(), id, field: 'cost' });
		return id;
	},
	'practice.told': async (services, ground) => {
		const id = await leavePublished(services, ground);
		await askForField(services, ground.ilze, { ...once(), id, field: 'cost' });
		await change(services, ground, id);
		await publishChanges(services, ground.ines, { ...once(), id, n: 2 });
		return id;
	}
};

test.for(Object.entries(comesAbout))(
	'%s changes no discussion, and what is said after it is heard',
	async ([name, happen], { services, ground }) => {
		const id = await happen(services, ground);
		const heard = await Promise.all([draftStream(id), practiceStream(id)].map((stream) => eventsSince(services.sql, stream, 0, 50)));
		const last = heard.flatMap((events) => events.filter((event) => event.name === name)).at(-1);
		expect(last?.payload).toMatchObject({ id });
		const stream = last?.stream ?? '';
		await postMessage(services, ground.ines, { ...once(), stream, doc: saying('Medlars'), lang: 'en' });
		const load = async () => (await openThread(services.db, ground.ines, { stream, locale: 'en', window: {} })).thread;
		const fresh = await load();
		const missed = await eventsSince(services.sql, stream, 0, 50);
		const empty = { ...fresh, seq: 0, posts: [] };
		expect(missed.reduce(apply, empty)).toEqual(fresh);
	}
);

test('every event of practices has its case', () => {
	expect(new Set(Object.keys(comesAbout))).toEqual(new Set(eventNames.filter((name) => name.startsWith('practice.'))));
});
