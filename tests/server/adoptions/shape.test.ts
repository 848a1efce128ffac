import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { hideLogEntry, restoreLogEntry } from '#lib/server/adoptions/hide-log.ts';
import { addLogEntry, editLogEntry, removeLogEntry } from '#lib/server/adoptions/log.ts';
import { joinAdoption, leaveAdoption as leave } from '#lib/server/adoptions/looking-after.ts';
import { chooseModule, setNextStep } from '#lib/server/adoptions/shape.ts';
import { readableFile } from '#lib/server/files/read.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { expect, leaveAdoption, once, parts, test, type TestServices } from '../../support/adoptions.ts';
import { leaveFile } from '../../support/leave-file.ts';

test('a city says of each part what it does with it, and changes its mind', async ({ services, ground }) => {
	const { ilze, ines } = ground;
	const { id } = await leaveAdoption(services, ground);
	const choose = (module: string, choice: string, note = '') => chooseModule(services, ilze, { ...once(), id, module, choice, note });
	await choose(parts.core, 'kept');
	await choose(parts.core, 'changed', 'Half the stalls');
	await choose(parts.upgrade, 'dropped');
	expect(await services.sql`select module_id, choice, note from adoption_modules order by choice`).toEqual([
		{ module_id: parts.core, choice: 'changed', note: 'Half the stalls' },
		{ module_id: parts.upgrade, choice: 'dropped', note: '' }
	]);
	await expect(choose(id, 'kept')).rejects.toMatchObject({ issues: [{ field: 'module', code: 'no_module' }] });
	await expect(choose(parts.core, 'loved')).rejects.toThrow(Invalid);
	await expect(chooseModule(services, ines, { ...once(), id, module: parts.core, choice: 'kept', note: '' })).rejects.toThrow(Forbidden);
});

test('a next step has its day, roughly, and is taken back', async ({ services, ground }) => {
	const { ilze } = ground;
	const { id } = await leaveAdoption(services, ground);
	const plan = (next: unknown) => setNextStep(services, ilze, { ...once(), id, next });
	await plan({ text: 'A visit', day: { date: '2017-05-01', precision: 'month' } });
	const planned = () => services.sql`select next_text, next_on::text, next_precision from adoptions`;
	expect(await planned()).toEqual([{ next_text: 'A visit', next_on: '2017-05-01', next_precision: 'month' }]);
	await plan({ text: 'A visit', day: null });
	expect(await planned()).toEqual([{ next_text: 'A visit', next_on: null, next_precision: null }]);
	await expect(plan({ text: '', day: null })).rejects.toMatchObject({ issues: [{ field: 'next.text', code: 'needed' }] });
	await expect(plan({ text: 'A visit', day: { date: '31.12.', precision: 'day' } })).rejects.toThrow(Invalid);
	await plan(null);
	expect(await planned()).toEqual([{ next_text: null, next_on: null, next_precision: null }]);
});

test('people of both cities look after it, and a colleague is added and taken off by the own city alone', async ({ services, ground }) => {
	const { ilze, ines, rui, nuria, marek, network } = ground;
	const { id } = await leaveAdoption(services, ground);
	const arturs = await network.person('Artūrs', { city: 'da' });
	const listed = async () =>
		(
			await services.sql<{ name: string }[]>`
			select people.name from adoption_people join people on people.id = person_id order by people.name`
		).map(({ name }) => name);
	expect(await listed()).toEqual(['Ilze', 'Rui']);
	await joinAdoption(services, ines, { ...once(), id });
	await joinAdoption(services, ilze, { ...once(), id, person: arturs.id });
	expect(await listed()).toEqual(['Artūrs', 'Ilze', 'Inês', 'Rui']);
	await expect(joinAdoption(services, ilze, { ...once(), id, person: nuria.id })).rejects.toMatchObject({
		issues: [{ field: 'person', code: 'not_of_city' }]
	});
	await expect(joinAdoption(services, nuria, { ...once(), id })).rejects.toThrow(Forbidden);
	await expect(joinAdoption(services, marek, { ...once(), id })).rejects.toThrow(Forbidden);
	await expect(leave(services, ilze, { ...once(), id, person: rui.id })).rejects.toThrow(Forbidden);
	await leave(services, ilze, { ...once(), id, person: arturs.id });
	await leave(services, ines, { ...once(), id });
	expect(await listed()).toEqual(['Ilze', 'Rui']);
	const follows = await services.sql<{ name: string }[]>`
		select people.name from follows join people on people.id = person_id where item_id = ${id} and level = 'all' order by 1`;
	expect(follows.map(({ name }) => name)).toEqual(['Ilze', 'Rui']);
});

const said = (text: string) => ({ kind: 'visit', doc: fromMarkdown(text), lang: 'en' });

test('both cities write into the log, and each entry is its author’s to change and to take away', async ({ services, ground }) => {
	const { ilze, ines, nuria } = ground;
	const { id } = await leaveAdoption(services, ground);
	const entry = await addLogEntry(services, ilze, { ...once(), id, ...said('Two days among the stalls.') });
	services.clock.advance(60);
	await addLogEntry(services, ines, { ...once(), id, ...said('They asked good questions.') });
	await expect(addLogEntry(services, nuria, { ...once(), id, ...said('May I?') })).rejects.toThrow(Forbidden);
	await expect(addLogEntry(services, ilze, { ...once(), id, ...said(' ') })).rejects.toThrow(Invalid);
	await expect(addLogEntry(services, ilze, { ...once(), id, ...said('Y'.repeat(8001)) })).rejects.toThrow(Invalid);
	await expect(editLogEntry(services, ines, { ...once(), ...said('Not mine'), id: entry.id })).rejects.toThrow(Forbidden);
	await editLogEntry(services, ilze, { ...once(), ...said('Three days among the stalls.'), id: entry.id });
	const texts = async () => (await services.sql`select doc::text as doc from adoption_log order by at`).map(({ doc }) => doc as string);
	expect((await texts())[0]).toContain('Three days');
	await expect(removeLogEntry(services, ines, { ...once(), id: entry.id })).rejects.toThrow(Forbidden);
	await removeLogEntry(services, ilze, { ...once(), id: entry.id });
	expect(await texts()).toHaveLength(1);
	await expect(removeLogEntry(services, ilze, { ...once(), id: entry.id })).rejects.toThrow(NotFound);
});

async function readers(services: TestServices, people: Parameters<typeof readableFile>[1][], file: string): Promise<boolean[]> {
	return Promise.all(people.map(async (person) => (await readableFile(services.db, person, file)) !== null));
}

test('a file of the log is read by everybody, while it is hidden by its author and the leads, afterwards by all', async ({
	services,
	ground
}) => {
	const { ilze, nuria, marek } = ground;
	const { id } = await leaveAdoption(services, ground);
	const file = await leaveFile(services, ilze, 'plan.jpg');
	const entry = await addLogEntry(services, ilze, { ...once(), id, ...said('With the plan.'), files: [{ id: file }] });
	const can = () => readers(services, [ilze, nuria, marek], file);
	expect(await can()).toEqual([true, true, true]);
	await expect(hideLogEntry(services, ilze, { ...once(), id: entry.id, reason: 'It names a child' })).rejects.toThrow(Forbidden);
	await hideLogEntry(services, marek, { ...once(), id: entry.id, reason: 'It names a child' });
	expect(await can()).toEqual([true, false, true]);
	await expect(hideLogEntry(services, marek, { ...once(), id: entry.id, reason: 'It names a child' })).rejects.toThrow(Conflict);
	await expect(editLogEntry(services, ilze, { ...once(), ...said('Better'), id: entry.id })).rejects.toThrow(Forbidden);
	await restoreLogEntry(services, marek, { ...once(), id: entry.id });
	expect(await can()).toEqual([true, true, true]);
	await removeLogEntry(services, ilze, { ...once(), id: entry.id });
	expect(await readers(services, [nuria, marek], file)).toEqual([false, false]);
});
