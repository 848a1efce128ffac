import { isActionFailure, isRedirect } from '@sveltejs/kit';
import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { draftToWrite } from '#lib/server/practices/draft-to-write.ts';
import { findDraft, revisionOf } from '#lib/server/practices/find.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { setServices } from '#lib/server/services.ts';
import { actions as edit } from '../../../src/routes/practices/[slug]/edit/+page.server.ts';
import { actions as begin } from '../../../src/routes/practices/new/+page.server.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type TestServices } from '../../support/practices.ts';

type Action = (event: never) => unknown;

/** What a form answers: where it leads, or what went back into it. */
async function post(action: unknown, person: Person, { slug = '', search = '' }, fields: Record<string, string>) {
	const body = new URLSearchParams({ commandId: once().commandId, writer: person.id });
	for (const [name, value] of Object.entries(fields)) {
		if (!/[. ]/.test(name) && !['press', 'base', 'city'].includes(name)) body.append('has', name);
		body.set(name, value);
	}
	for (const field of new Set(Object.keys(fields).flatMap((name) => (name.includes('.') ? name.split('.')[0]! : []))))
		body.append('has', field);
	const request = new Request('http://localhost/', { method: 'POST', body });
	const event = { request, params: { slug }, url: new URL(`http://localhost/${search}`), locals: { actor: person, locale: 'en' } };
	try {
		const answer = await (action as Action)(event as never);
		return isActionFailure(answer) ? { status: answer.status, ...(answer.data as unknown as object) } : (answer as object);
	} catch (led) {
		if (isRedirect(led)) return { to: led.location };
		throw led;
	}
}

async function addressOf({ sql }: TestServices, id: string): Promise<{ slug: string }> {
	const [row] = await sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	return { slug: row?.at ?? '' };
}

test('a draft begins with what was typed, and a form that says too little comes back as it was', async ({ services, ground }) => {
	setServices(services);
	const { ines, ilze } = ground;
	const fields = { title: 'Medlar night', pitch: '', summary: 'Every\r\n**Friday**.', lang: 'pt', city: 'co' };
	expect(await post(begin.default, ines, { search: '?form=entry' }, fields)).toMatchObject({
		status: 400,
		typed: { title: 'Medlar night', summary: { text: 'Every\n**Friday**.' }, lang: 'pt' },
		untaken: [{ at: 'pitch', code: 'needed' }]
	});
	const begun = await post(begin.default, ines, { search: '?form=story' }, fields);
	expect(begun).toEqual({ to: expect.stringMatching(/^\/practices\/medlar-night-[0-9a-z]{8}\/edit\?done=begun$/) });
	const slug = (begun as { to: string }).to.split('/')[2] ?? '';
	expect(await findDraft(services.db, ines, slug)).toMatchObject({
		form: 'story',
		values: { lang: 'pt', summary: fromMarkdown('Every\n**Friday**.'), pitch: 'Every' }
	});
	expect(await post(begin.default, ilze, { search: '?form=entry' }, { ...fields, pitch: 'p' })).toMatchObject({
		status: 403,
		typed: { title: 'Medlar night' },
		problem: { code: 'forbidden' }
	});
});

test('what cannot be taken comes back beside its field, and nothing is saved', async ({ services, ground }) => {
	setServices(services);
	const id = await leaveDraft(services, ground);
	const at = await addressOf(services, id);
	const fields = { base: '1', 'cost.from': 'a lot', 'cost.to': '', 'cost.currency': 'EUR', place: 'Praça', title: ' ' };
	expect(await post(edit.default, ground.ines, at, fields)).toMatchObject({
		status: 400,
		base: 1,
		typed: { place: 'Praça', cost: { from: 'a lot' }, title: ' ' },
		untaken: [
			{ at: 'cost.from', code: 'amount_unreadable' },
			{ at: 'title', code: 'needed' }
		]
	});
	expect(await revisionOf(services.db, id, 1)).toMatchObject({ place: '', title: 'Quince market' });
	expect((await findDraft(services.db, ground.ines, at.slug)).draftN).toBe(1);
});

test('one more row keeps all that was typed, and a story that grows keeps what it says', async ({ services, ground }) => {
	setServices(services);
	const { ines } = ground;
	const id = await leaveDraft(services, ground, little('Plum lanterns'), 'story');
	const at = await addressOf(services, id);
	const row = { 'links.0.id': 'a', 'links.0.href': 'x', 'links.0.label': 'half' };
	const more = await post(edit.default, ines, at, { base: '1', press: 'more links', place: 'typed', ...row });
	expect(more).toMatchObject({ typed: { place: 'typed', links: [{ label: 'half' }, { label: '' }] }, problem: null });
	expect(await post(edit.default, ines, at, { base: '1', press: 'grow', impact: 'Forty came.' })).toEqual({
		to: `/practices/${at.slug}/edit?done=grown`
	});
	expect(await findDraft(services.db, ines, at.slug)).toMatchObject({
		form: 'entry',
		values: { title: 'Plum lanterns', impact: fromMarkdown('Forty came.') }
	});
});

test('a save over somebody else’s change keeps both, shows the clash, and one side is chosen', async ({ services, ground }) => {
	setServices(services);
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	const at = await addressOf(services, id);
	await savePractice(services, rui, { ...once(), id, base: 1, values: { pitch: 'From Rui', funding: 'The city' } });
	const saved = await post(edit.default, ines, at, { base: '1', pitch: 'Inês wrote this', place: 'Praça' });
	expect(saved).toEqual({ to: `/practices/${at.slug}/edit?done=saved` });
	const { practice, clashes } = await draftToWrite(services.db, ines, at.slug);
	expect(practice.values).toMatchObject({ pitch: 'From Rui', funding: 'The city', place: 'Praça' });
	expect(clashes).toEqual([{ field: 'pitch', mine: 'Inês wrote this' }]);
	expect((await draftToWrite(services.db, rui, at.slug)).clashes).toEqual([]);
	const base = String(practice.draftN);
	await post(edit.default, ines, at, { base, press: 'settle pitch mine', pitch: 'From Rui', place: 'Praça Velha' });
	const settled = await draftToWrite(services.db, ines, at.slug);
	expect(settled).toMatchObject({ clashes: [], practice: { values: { pitch: 'Inês wrote this', place: 'Praça Velha' } } });
});

test('the form of a draft is for who may write it, and is not sent by somebody else at the same browser', async ({ services, ground }) => {
	setServices(services);
	const { ines, rui, marek, ilze } = ground;
	const id = await leavePublished(services, ground);
	const at = await addressOf(services, id);
	await expect(draftToWrite(services.db, marek, at.slug)).rejects.toMatchObject({ name: 'Forbidden' });
	await expect(draftToWrite(services.db, ilze, at.slug)).rejects.toMatchObject({ name: 'NotFound' });
	expect(await post(edit.default, rui, at, { base: '1', pitch: 'Mine', writer: ines.id })).toMatchObject({
		problem: { code: 'other_person' },
		typed: { pitch: 'Mine' }
	});
});

test('a row that a colleague changed meanwhile is no clash for who added another one', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const part = (title: string, id = once().commandId) => ({ id, kind: 'core' as const, title, text: '' });
	const [one, two] = [part('One'), part('Two')];
	const id = await leaveDraft(services, ground, { ...little(), modules: [one] });
	await savePractice(services, rui, { ...once(), id, base: 1, values: { modules: [{ ...one, title: 'One, better' }] } });
	const saved = await savePractice(services, ines, { ...once(), id, base: 1, values: { modules: [one, two] } });
	expect(saved.clashes).toEqual([]);
	expect((await revisionOf(services.db, id, saved.n)).modules.map(({ title }) => title)).toEqual(['One, better', 'Two']);
});
