import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { roadOf } from '#lib/model/adoptions/road.ts';
import { adoptionsOf } from '#lib/server/adoptions/adoptions-of.ts';
import { askOwner } from '#lib/server/adoptions/ask-owner.ts';
import { givesAndTakes } from '#lib/server/adoptions/gives-and-takes.ts';
import { hideLogEntry } from '#lib/server/adoptions/hide-log.ts';
import { addLogEntry } from '#lib/server/adoptions/log.ts';
import { openAdoption } from '#lib/server/adoptions/open.ts';
import { answerPublication } from '#lib/server/adoptions/revisions.ts';
import { chooseModule, setNextStep } from '#lib/server/adoptions/shape.ts';
import { moveAdoption } from '#lib/server/adoptions/steps.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import type { headOf } from '#lib/server/practices/find.ts';
import {
	expect,
	leaveAdoption,
	leaveInParts,
	once,
	parts,
	publishAgain,
	test,
	type PracticeGround,
	type TestServices
} from '../../support/adoptions.ts';

async function headIn({ sql }: TestServices, id: string): Promise<ReturnType<typeof headOf> & { at: string }> {
	const [row] = await sql<{ slug: string; short_id: string; state: 'published'; network_id: string }[]>`
		select slug, short_id, state, network_id from practices where id = ${id}`;
	const head = { id, network: row?.network_id ?? '', city: 'co', state: row?.state ?? 'published' };
	return { ...(head as ReturnType<typeof headOf>), at: `${row?.slug}-${row?.short_id}` };
}

const now = ({ clock }: TestServices) => clock.now();

async function seen(services: TestServices, { ilze, nuria, ines }: PracticeGround, practice: string) {
	const head = await headIn(services, practice);
	const of = (person: typeof ilze) => adoptionsOf(services.db, person, head, now(services));
	return { ilze: await of(ilze), nuria: await of(nuria), ines: await of(ines) };
}

test('everybody reads who takes a practice over, and each city what it can do itself', async ({ services, ground }) => {
	const { id, practice } = await leaveAdoption(services, ground);
	await moveAdoption(services, ground.ilze, { ...once(), id, stage: 'adapt', note: 'A smaller square' });
	const { ilze, nuria, ines } = await seen(services, ground, practice);
	for (const shown of [ilze, nuria, ines])
		expect(shown.adoptions.map((one) => [one.city, one.stage, roadOf(one).find(({ state }) => state === 'now')?.note])).toEqual([
			['da', 'adapt', 'A smaller square']
		]);
	expect([ilze, nuria, ines].map(({ own }) => own && [own.city, own.hasThread])).toEqual([['da', true], ['gr', false], null]);
});

test('a city that only asked stands in no list, and its page is there for the pair alone', async ({ services, ground }) => {
	const { ilze, ines, nuria, marek } = ground;
	const practice = await leaveInParts(services, ground);
	await askOwner(services, ilze, { ...once(), id: practice, city: 'da', doc: fromMarkdown('What does a stall cost?'), lang: 'en' });
	const shown = await seen(services, ground, practice);
	expect([shown.ilze, shown.nuria, shown.ines].map(({ adoptions }) => adoptions)).toEqual([[], [], []]);
	expect(shown.ilze.own?.hasThread).toBe(true);
	const { at, network } = await headIn(services, practice);
	const open = (person: typeof ilze) => openAdoption(services.db, person, { slug: at, city: 'da' }, now(services));
	for (const person of [ilze, ines, marek]) expect(await open(person)).toMatchObject({ adoption: null, ofPair: true });
	await expect(open(nuria)).rejects.toThrow(NotFound);
	expect(await givesAndTakes(services.db, nuria, { network, city: 'da', locale: 'en' })).toBeNull();
	expect(await givesAndTakes(services.db, ilze, { network, city: 'da', locale: 'en' })).toBeNull();
});

test('its page shows parts, people, log and changes, and keeps what a lead hid from others', async ({ services, ground }) => {
	const { ilze, ines, nuria, marek, claire } = ground;
	const { id, practice } = await leaveAdoption(services, ground);
	await chooseModule(services, ilze, { ...once(), id, module: parts.upgrade, choice: 'changed', note: 'On Fridays' });
	const said = { kind: 'lesson', doc: fromMarkdown('Bring change.'), lang: 'en' };
	const entry = await addLogEntry(services, ines, { ...once(), id, ...said });
	services.clock.advance(60);
	await publishAgain(services, ground, practice, 2);
	await answerPublication(services, ilze, { ...once(), id, publication: 2, answer: 'follow' });
	const { at } = await headIn(services, practice);
	const open = (person: typeof ilze) => openAdoption(services.db, person, { slug: at, city: 'da' }, now(services));
	const page = await open(nuria);
	expect(page.ofPair).toBe(false);
	expect(page.may).toEqual({ mark: false, write: false, log: false, moderate: false });
	expect(page.parts.map(({ title, chosen }) => [title, chosen?.choice, chosen?.note])).toEqual([
		['A stall for everybody', undefined, undefined],
		['An evening market', 'changed', 'On Fridays']
	]);
	expect(page.people.map(({ name, city }) => [name, city])).toEqual([
		['Ilze', 'da'],
		['Rui', 'co']
	]);
	expect(page.publications).toMatchObject([{ number: 2, from: 1, to: 2, answer: 'follow', by: { name: 'Ilze' } }]);
	expect(page.log).toHaveLength(1);
	await hideLogEntry(services, marek, { ...once(), id: entry.id, reason: 'It names a child' });
	for (const person of [nuria, claire, ilze]) expect((await open(person)).log).toEqual([]);
	for (const person of [ines, marek]) expect((await open(person)).log).toMatchObject([{ hiddenReason: 'It names a child' }]);
	expect((await open(ilze)).colleagues).toEqual([]);
	expect((await open(ines)).colleagues.map(({ name }) => name)).toEqual(['Inês']);
});

test('a part that the owner takes out stays with what the city said of it', async ({ services, ground }) => {
	const { ilze, ines } = ground;
	const { id, practice } = await leaveAdoption(services, ground);
	await chooseModule(services, ilze, { ...once(), id, module: parts.upgrade, choice: 'kept', note: '' });
	const modules = [{ id: parts.core, kind: 'core', title: 'A stall for everybody', text: '' }];
	await savePractice(services, ines, { ...once(), id: practice, base: 1, values: { modules } });
	await publishChanges(services, ines, { ...once(), id: practice, n: 2 });
	const { at } = await headIn(services, practice);
	const page = await openAdoption(services.db, ilze, { slug: at, city: 'da' }, now(services));
	expect(page.parts.map(({ title, gone }) => [title, gone])).toEqual([
		['A stall for everybody', false],
		['An evening market', true]
	]);
	await expect(chooseModule(services, ilze, { ...once(), id, module: parts.upgrade, choice: 'dropped', note: '' })).rejects.toMatchObject(
		{
			issues: [{ code: 'no_module' }]
		}
	);
});

test('a city gives and takes: what has a day comes first, what stopped last', async ({ services, ground }) => {
	const { ilze, ines, network } = ground;
	const { id } = await leaveAdoption(services, ground);
	await setNextStep(services, ilze, { ...once(), id, next: { text: 'A visit', day: { date: '2027-01-01', precision: 'month' } } });
	const of = (person: typeof ilze, city: string) => givesAndTakes(services.db, person, { network: network.id, city, locale: 'en' });
	expect(await of(ines, 'co')).toMatchObject({
		gives: [{ id, city: 'da', title: 'Quince market', next: { text: 'A visit' } }],
		takes: []
	});
	expect(await of(ines, 'da')).toMatchObject({ gives: [], takes: [{ id, owner: 'co', stage: 'interested' }] });
	expect(await of(ines, 'gr')).toBeNull();
});
