import { vi } from 'vitest';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { adoptionStream } from '#lib/model/adoptions/adoption.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { askOwner } from '#lib/server/adoptions/ask-owner.ts';
import { addLogEntry } from '#lib/server/adoptions/log.ts';
import { markInterest } from '#lib/server/adoptions/steps.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { setServices } from '#lib/server/services.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { subjectAt } from '#lib/server/threads/subjects.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, leaveAdoption, leaveInParts, once, parts, test, type TestServices } from '../../support/adoptions.ts';
import { ask, liveOn } from '../../support/live.ts';
import { saying } from '../../support/saying.ts';
import { actions as onEntry } from '../../../src/routes/practices/[slug]/+page.server.ts';
import { actions, load } from '../../../src/routes/practices/[slug]/adoptions/[city]/+page.server.ts';
import { actions as onLog, load as loadEntry } from '../../../src/routes/practices/[slug]/adoptions/[city]/log/[entry]/+page.server.ts';

async function addressOf({ sql }: TestServices, id: string): Promise<string> {
	const [row] = await sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	return row?.at ?? '';
}

function visit(actor: Actor, slug: string, fields: Record<string, string> = {}, more: Record<string, string> = {}) {
	const url = new URL(`https://desk.example.org/practices/${slug}/adoptions/da`);
	const body = new URLSearchParams({ ...once(), ...fields });
	const request = new Request(url, { method: 'POST', body });
	return { locals: { actor, locale: 'en' }, params: { slug, city: 'da', ...more }, url, request } as never;
}

test('everybody reads the page of an adoption; its thread is on it for the two cities, leads and experts alone', async ({
	services,
	ground
}) => {
	setServices(services);
	const { ilze, ines, marek, saskia, nuria, claire } = ground;
	const { practice } = await leaveAdoption(services, ground);
	const at = await addressOf(services, practice);
	for (const reader of [ilze, ines, marek, saskia])
		expect(await load(visit(reader, at))).toMatchObject({ talk: { follow: expect.any(String) } });
	for (const reader of [nuria, claire]) expect(await load(visit(reader, at))).toMatchObject({ talk: null, city: 'da' });
	await expect(load(visit(visitor, at))).rejects.toMatchObject({ status: 404 });
	await expect(load(visit(ilze, at.replace(/^quince/, 'plum')))).rejects.toMatchObject({
		status: 303,
		location: `/practices/${at}/adoptions/da`
	});
});

test('what the page sends works by plain forms, and what is wrong comes back with what was typed', async ({ services, ground }) => {
	setServices(services);
	const { ilze, nuria } = ground;
	const practice = await leaveInParts(services, ground);
	const at = await addressOf(services, practice);
	const here = `/practices/${at}/adoptions/da`;
	const done = (sent: unknown) => expect(sent).rejects;
	await done(onEntry.adopt?.(visit(ilze, at))).toMatchObject({ status: 303, location: `/practices/${at}#adoptions` });
	await done(onEntry.advance?.(visit(ilze, at, { stage: 'understand' }))).toMatchObject({ status: 303 });
	await done(actions.move?.(visit(ilze, at, { stage: 'adapt', note: 'Half of it' }))).toMatchObject({ status: 303, location: here });
	await done(actions.choose?.(visit(ilze, at, { module: parts.core, choice: 'kept', note: '' }))).toMatchObject({
		location: `${here}#parts`
	});
	await done(actions.plan?.(visit(ilze, at, { next: 'A visit', day: '15.03.2027' }))).toMatchObject({ location: `${here}#next` });
	await done(actions.log?.(visit(ilze, at, { kind: 'visit', text: 'Two *days*.', lang: 'en', writer: ilze.id }))).toMatchObject({
		location: expect.stringContaining(`${here}#log-`)
	});
	await done(actions.post?.(visit(ilze, at, { text: 'May we come?', lang: 'en', writer: ilze.id }))).toMatchObject({
		location: `${here}#p-1`
	});
	expect(await load(visit(ilze, at))).toMatchObject({
		adoption: { stage: 'adapt', next: { text: 'A visit', day: { date: '2027-03-15', precision: 'day' } } },
		log: [{ kind: 'visit', author: { name: 'Ilze' } }]
	});
	expect(await actions.plan?.(visit(ilze, at, { next: 'A visit', day: 'soon' }))).toMatchObject({
		status: 400,
		data: { typed: { next: 'A visit', day: 'soon' }, problem: { issues: [{ field: 'day', code: 'period_unreadable' }] } }
	});
	expect(await actions.stop?.(visit(ilze, at, { reason: '' }))).toMatchObject({ data: { problem: { issues: [{ code: 'needed' }] } } });
	expect(await actions.move?.(visit(nuria, at, { stage: 'result', note: '' }))).toMatchObject({ status: 403 });
	expect(await actions.log?.(visit(ilze, at, { kind: 'visit', text: 'x', lang: 'en', writer: nuria.id }))).toMatchObject({
		data: { problem: { code: 'other_person' }, typed: { text: 'x' } }
	});
	await done(actions.stop?.(visit(ilze, at, { reason: 'No square' }))).toMatchObject({ status: 303 });
});

test('an entry of the log has a page for its author and the leads alone', async ({ services, ground }) => {
	setServices(services);
	const { ilze, ines, marek, nuria } = ground;
	const { id, practice } = await leaveAdoption(services, ground);
	const at = await addressOf(services, practice);
	const said = { kind: 'lesson', doc: fromMarkdown('Bring change.'), lang: 'en' };
	const { id: entry } = await addLogEntry(services, ilze, { ...once(), id, ...said });
	const at1 = (actor: Actor, fields?: Record<string, string>) => visit(actor, at, fields, { entry });
	expect(await loadEntry(at1(ilze))).toMatchObject({ own: true, entry: { field: { text: 'Bring change.' } } });
	expect(await loadEntry(at1(marek))).toMatchObject({ own: false, moderates: true });
	for (const other of [ines, nuria]) await expect(loadEntry(at1(other))).rejects.toMatchObject({ status: 403 });
	const edit = { kind: 'lesson', text: 'Bring *more* change.', lang: 'en' };
	await expect(onLog.edit?.(at1(ilze, edit))).rejects.toMatchObject({ location: `/practices/${at}/adoptions/da#log-${entry}` });
	expect(await onLog.edit?.(at1(nuria, edit))).toMatchObject({ status: 403 });
	expect(await onLog.remove?.(at1(marek))).toMatchObject({ status: 403 });
	await expect(onLog.hide?.(at1(marek, { reason: 'It names a child' }))).rejects.toMatchObject({ status: 303 });
	await expect(onLog.restore?.(at1(marek))).rejects.toMatchObject({ status: 303 });
	await expect(onLog.remove?.(at1(ilze))).rejects.toMatchObject({ status: 303 });
	expect(await services.sql`select from adoption_log`).toHaveLength(0);
});

test('who is not of a pair that only asked learns of it by no address, search, count or line', async ({ services, ground }) => {
	setServices(services);
	const { ilze, ines, nuria, claire, network } = ground;
	const practice = await leaveInParts(services, ground);
	const at = await addressOf(services, practice);
	const question = { ...once(), id: practice, city: 'da', doc: fromMarkdown('Do the persimmons sell?'), lang: 'en' };
	const { id } = await askOwner(services, ilze, question);
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	const stream = adoptionStream(id);
	const asking = (actor: Actor) => ({ actor: actor as typeof ilze, locale: 'en', now: services.clock.now() });
	const hits = async (actor: Actor) => (await search(services, asking(actor), { text: 'persimmons' })).hits.map(({ href }) => href);
	const address = `practices/${at}/adoptions/da`;
	expect(await hits(ines)).toEqual([`/${address}?from=1#p-1`]);
	expect(await subjectAt(services.db, ines, 'en', address)).toMatchObject({ stream, title: 'Quince market' });
	expect(await countUnread(services, ines)).toHaveProperty([stream], [1, 1]);
	// Its title is the practice's: the row on the desk says that it is what the two cities say to each other.
	const named = { title: 'Quince market', name: 'Daugavpils with Coimbra' };
	const { unread } = await openDesk(services, ines, 'en');
	expect(unread).toMatchObject([named]);
	const live = await liveOn(services);
	const heard: unknown[] = [];
	for (const outsider of [nuria, claire]) {
		await expect(load(visit(outsider, at))).rejects.toMatchObject({ status: 404 });
		expect(await actions.post?.(visit(outsider, at, { text: 'Hm', lang: 'en' }))).toMatchObject({ status: 404 });
		await expect(subjectAt(services.db, outsider, 'en', address)).rejects.toMatchObject({ name: 'NotFound' });
		expect(await hits(outsider)).toEqual([]);
		expect(await countUnread(services, outsider)).not.toHaveProperty([stream]);
		const line = await live.line(outsider);
		line.onAny((...words: unknown[]) => heard.push(words));
		expect(await ask(line, 'follow', { stream, seq: 0 })).toMatchObject({ refused: { code: 'not_found' } });
		const move = { name: 'moveAdoption', input: { ...once(), id, stage: 'adapt', note: '' } };
		expect(await ask(line, 'command', move)).toEqual({ refused: { code: 'not_found' } });
	}
	await askOwner(services, ilze, { ...question, ...once() });
	// What is said later to everybody has reached them: so whatever was to come of the pair would have, too.
	await postMessage(services, ilze, { ...once(), stream: network.stream, doc: saying('For all'), lang: 'en' });
	await vi.waitFor(() => expect(JSON.stringify(heard).split(network.stream)).toHaveLength(3), 4000);
	expect(JSON.stringify(heard)).not.toContain(id);
	await live.close();
	await markInterest(services, ilze, { ...once(), id: practice, city: 'da' });
	expect(await load(visit(nuria, at))).toMatchObject({ talk: null, adoption: { stage: 'interested' } });
});
