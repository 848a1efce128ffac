import type { Actor } from '#lib/model/access/actor.ts';
import { visitor } from '#lib/model/access/actor.ts';
import { draftStream, practiceStream } from '#lib/model/practices/practice.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { countAbout } from '#lib/server/threads/parts.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { subjectAt } from '#lib/server/threads/subjects.ts';
import { saying } from '../../support/saying.ts';
import { expect, leaveDraft, leavePublished, little, once, test } from '../../support/practices.ts';

test('the thread of an entry stands at its address, whatever words lead to it, and that of its draft below, for those who read it', async ({
	services,
	ground
}) => {
	const { ines, ilze, saskia } = ground;
	const at = (actor: Actor, address: string) => subjectAt(services.db, actor, 'en', address);
	const [published, draft] = [
		await leavePublished(services, ground, little('Quince walk')),
		await leaveDraft(services, ground, little('Medlar walk'))
	];
	const shortId = async (id: string) =>
		(await services.sql<{ short: string }[]>`select short_id as short from practices where id = ${id}`)[0]?.short;
	const [ofPublished, ofDraft] = [await shortId(published), await shortId(draft)];

	const trail = [{ href: '/practices', label: 'Good practices' }];
	const entry = { stream: practiceStream(published), title: 'Quince walk', href: `/practices/quince-walk-${ofPublished}`, trail };
	for (const reader of [ines, ilze, saskia])
		for (const words of ['quince-walk-', 'as-it-was-called-', ''])
			expect(await at(reader, `practices/${words}${ofPublished}`)).toMatchObject(entry);
	expect(await at(ines, `practices/medlar-walk-${ofDraft}/draft`)).toMatchObject({
		stream: draftStream(draft),
		href: `/practices/medlar-walk-${ofDraft}/draft`
	});
	for (const outsider of [saskia, visitor])
		await expect(at(outsider, `practices/medlar-walk-${ofDraft}/draft`)).rejects.toThrow(NotFound);
	for (const address of [
		`practices/medlar-walk-${ofDraft}`,
		'practices/quince-walk',
		`practices/x-${ofPublished}/history`,
		`meetings/${ofPublished}`
	])
		await expect(at(ines, address)).rejects.toThrow(NotFound);
});

test('people talk about the fields of an entry, and about nothing else of it', async ({ services, ground }) => {
	const { saskia } = ground;
	const stream = practiceStream(await leavePublished(services, ground, little('Sloe walk')));
	const ask = (about: string) => postMessage(services, saskia, { ...once(), stream, doc: saying('Which year?'), lang: 'en', about });
	await ask('lessons');
	await ask('cost');
	await ask('cost');
	expect(await countAbout(services.db, saskia, stream)).toEqual({ cost: 2, lessons: 1 });
	for (const other of ['englishTitle', 'weather', 'lang'])
		await expect(ask(other)).rejects.toMatchObject({ issues: [{ field: 'about' }] });
});
