import type { Actor } from '#lib/model/access/actor.ts';
import { hideLogEntry } from '#lib/server/adoptions/hide-log.ts';
import { addLogEntry } from '#lib/server/adoptions/log.ts';
import { openCard } from '#lib/server/people/card.ts';
import { archivePractice } from '#lib/server/practices/archive.ts';
import { expect, leaveAdoption, once, test, type TestServices } from '../../support/adoptions.ts';
import { leaveDraft, leavePublished, little } from '../../support/practices.ts';
import { saying } from '../../support/saying.ts';

async function wrote(services: TestServices, reader: Actor, id: string) {
	const { wrote: all } = await openCard(services, reader, { id, locale: 'en' });
	return all.map(({ place, city, excerpt }) => [place, city, excerpt]);
}

test('a card tells the entries that somebody told and what they wrote into logs, and nothing of drafts or what is hidden', async ({
	services,
	ground
}) => {
	const { ines, ilze, claire, marek } = ground;
	const { id } = await leaveAdoption(services, ground);
	services.clock.advance(60);
	const second = await leavePublished(services, ground, little('Night bus'));
	await leaveDraft(services, ground, little('Half a thought'));
	const told = [
		['Good practice', 'co', 'Night bus'],
		['Good practice', 'co', 'Quince market']
	];
	for (const reader of [claire, ines, marek]) expect(await wrote(services, reader, ines.id)).toEqual(told);
	await archivePractice(services, marek, { ...once(), id: second });
	expect(await wrote(services, claire, ines.id)).toEqual(told.slice(1));
	expect(await wrote(services, claire, ilze.id)).toEqual([]);
	const entry = await addLogEntry(services, ilze, {
		...once(),
		id,
		kind: 'news',
		doc: saying('A square is found'),
		lang: 'en',
		files: []
	});
	expect(await wrote(services, claire, ilze.id)).toEqual([['Entry in the log', 'da', 'A square is found']]);
	await hideLogEntry(services, marek, { ...once(), id: entry.id, reason: 'It names a child' });
	for (const reader of [claire, marek]) expect(await wrote(services, reader, ilze.id)).toEqual([]);
});
