import type { Person } from '#lib/model/access/actor.ts';
import { draftStream, practiceStream } from '#lib/model/practices/practice.ts';
import { askForField } from '#lib/server/practices/ask.ts';
import { addressOfPractice } from '#lib/server/practices/find.ts';
import { readPractice } from '#lib/server/practices/read.ts';
import { practiceHistory } from '#lib/server/practices/revisions.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import type { Services } from '#lib/server/services.ts';
import { expect, leaveDraft, leavePublished, once, test } from '../../support/practices.ts';

async function heardIn(services: Services, person: Person, id: string): Promise<string[]> {
	const { shortId } = await addressOfPractice(services.db, person, id);
	const now = services.clock.now();
	return (await practiceHistory(services.db, person, shortId, { locale: 'en', now, compare: null })).heard.map(({ stream }) => stream);
}

test('a page hears the draft of an entry for those alone who read it, and what is published once anything is', async ({
	services,
	ground
}) => {
	const { ines, marek, ilze, saskia } = ground;
	const draft = await leaveDraft(services, ground);
	expect(await heardIn(services, ines, draft)).toEqual([draftStream(draft)]);
	const id = await leavePublished(services, ground);
	for (const reader of [ines, marek]) expect(await heardIn(services, reader, id)).toEqual([draftStream(id), practiceStream(id)]);
	for (const reader of [ilze, saskia]) expect(await heardIn(services, reader, id)).toEqual([practiceStream(id)]);
});

test('the page of an entry hears on from where it was read', async ({ services, ground }) => {
	const { ilze } = ground;
	const id = await leavePublished(services, ground);
	const { seq } = await askForField(services, ilze, { ...once(), id, field: 'cost' });
	const { shortId } = await addressOfPractice(services.db, ilze, id);
	const shown = await readPractice(services.db, ilze, shortId, { locale: 'en', now: services.clock.now() });
	expect(shown).toMatchObject({ heard: { stream: practiceStream(id), seq } });
});

test('a page that is opened by an older address is led on, one that stands open stays where it is', () => {
	const url = new URL('https://swing.example/practices/as-it-was-called-12345678?about=cost');
	const href = '/practices/quince-walk-12345678';
	expect(() => atItsAddress({ url, isDataRequest: false }, href)).toThrow(
		expect.objectContaining({ status: 303, location: `${href}?about=cost` }) as Error
	);
	expect(() => atItsAddress({ url, isDataRequest: true }, href)).not.toThrow();
	expect(() => atItsAddress({ url: new URL(href, url), isDataRequest: false }, href)).not.toThrow();
});
