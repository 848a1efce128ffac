import type { Person } from '#lib/model/access/actor.ts';
import { visitor } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { personMention } from '#lib/model/documents/mentions.ts';
import { draftStream } from '#lib/model/practices/practice.ts';
import { openCitySections } from '#lib/server/network/city-section.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { askForField, bookmarkPractice } from '#lib/server/practices/ask.ts';
import { findDraft, findPractice } from '#lib/server/practices/find.ts';
import { practiceHistory } from '#lib/server/practices/revisions.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { reindex } from '#lib/server/search/index/reindex.ts';
import { search } from '#lib/server/search/search.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf } from '../../support/made-files.ts';
import { saying } from '../../support/saying.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';

async function addressOf({ sql }: TestServices, id: string): Promise<string> {
	const [row] = await sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	return row?.at ?? '';
}

const found = async (services: TestServices, actor: Person, text: string) =>
	(await search(services, { actor, locale: 'en', now: services.clock.now() }, { text })).hits.map(({ kind }) => kind);

/** What a person of another city is shown on the pages that gather from everywhere. */
async function shownAround(services: TestServices, { network }: PracticeGround, person: Person): Promise<string> {
	await deliveryOf(services).due();
	const [desk, city, inbox, unread] = await Promise.all([
		openDesk(services, person, 'en'),
		openCitySections(services, person, { city: 'co', locale: 'en' }),
		openInbox(services.db, person, { view: 'informing' }),
		countUnread(services, person)
	]);
	return JSON.stringify({ desk, city, inbox, unread, network: network.id });
}

test('a draft is learned of by no path: pages, history, search, desk, city, inbox, counts, mention lists, files', async ({
	services,
	ground
}) => {
	const { network, ines, rui, ilze, saskia, claire, marek } = ground;
	const desk = await fileDesk(services);
	const file = await desk.upload(ines, network.id, 'Persimmon_plan.pdf', madePdf());
	const id = await leaveDraft(services, ground, { ...little('Persimmon parade'), files: [{ id: file.id }] });
	const [stream, at] = [draftStream(id), await addressOf(services, id)];
	await postMessage(services, rui, { ...once(), stream, doc: saying(`[@Ilze](${personMention(ilze.id)}), the loquats`), lang: 'en' });
	for (const index of [() => catchUp(services.sql, services.log, { most: 100, rest: 0 }), () => reindex(services)]) {
		await index();
		expect(await found(services, rui, 'loquats')).toEqual(['post']);
		expect(await found(services, marek, 'persimmon')).toEqual([]);
		for (const outsider of [ilze, saskia, claire]) {
			for (const words of ['loquats', 'persimmon', 'persimon', 'kind:practice'])
				expect(await found(services, outsider, words)).toEqual([]);
		}
	}
	for (const outsider of [ilze, saskia, claire, visitor]) {
		await expect(findPractice(services.db, outsider, at)).rejects.toThrow(NotFound);
		await expect(findDraft(services.db, outsider, at)).rejects.toThrow(NotFound);
		await expect(openThread(services.db, outsider, { stream, locale: 'en', window: {} })).rejects.toThrow(NotFound);
		const compare = { from: 1, to: 1 };
		const asked = { locale: 'en', now: services.clock.now(), compare };
		await expect(practiceHistory(services.db, outsider, at, asked)).rejects.toThrow(NotFound);
		await expect(mentionable(services, outsider, stream)).rejects.toThrow(NotFound);
		await expect(askForField(services, outsider, { ...once(), id, field: 'cost' })).rejects.toThrow(NotFound);
		await expect(bookmarkPractice(services, outsider, { id, on: true })).rejects.toThrow(NotFound);
		await expect(savePractice(services, outsider, { ...once(), id, base: 1, values: { title: 'Mine' } })).rejects.toThrow(NotFound);
		expect(
			(await desk.get(outsider === visitor ? null : (outsider as Person), `/files/${file.id}/Persimmon_plan.pdf`)).status
		).not.toBe(200);
	}
	for (const outsider of [ilze, saskia, claire]) {
		const around = await shownAround(services, ground, outsider);
		expect(around).not.toMatch(/persimmon|loquat/i);
		expect(around).not.toContain(id);
	}
	expect((await desk.get(rui, `/files/${file.id}/Persimmon_plan.pdf`)).status).toBe(200);
	expect(await shownAround(services, ground, rui)).toMatch(/Persimmon parade/);
});

test('who reads what is published learns nothing of the draft behind it, until it is published', async ({ services, ground }) => {
	const { network, ines, ilze } = ground;
	const id = await leavePublished(services, ground);
	const at = await addressOf(services, id);
	const desk = await fileDesk(services);
	const file = await desk.upload(ines, network.id, 'Cherimoya.pdf', madePdf());
	const values = { lessons: fromMarkdown('Cherimoyas bruise.'), files: [{ id: file.id }] };
	await savePractice(services, ines, { ...once(), id, base: 1, values });
	const history = (compare: { from: number; to: number } | null) =>
		practiceHistory(services.db, ilze, at, { locale: 'en', now: services.clock.now(), compare });
	const reads = async () => (await desk.get(ilze, `/files/${file.id}/Cherimoya.pdf`)).status;
	await expect(history({ from: 1, to: 2 })).rejects.toThrow(NotFound);
	expect((await history(null)).sessions).toEqual([]);
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	expect(await found(services, ilze, 'cherimoyas')).toEqual([]);
	expect(await found(services, ilze, 'growers')).toEqual(['practice']);
	expect(await reads()).not.toBe(200);
	await publishChanges(services, ines, { ...once(), id, n: 2 });
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	expect(await found(services, ilze, 'cherimoyas')).toEqual(['practice']);
	expect(await reads()).toBe(200);
	const { compared } = await history({ from: 1, to: 2 });
	expect(compared?.differences.map(({ field }) => field)).toEqual(['lessons', 'files']);
	expect(compared?.differences[0]?.parts).toEqual([{ kind: 'added', text: 'Cherimoyas bruise.' }]);
});
