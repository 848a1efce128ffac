import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { setServices } from '#lib/server/services.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { GET as mentionableAt } from '../../src/routes/[...subject]/mentionable/+server.ts';
import { load as lead } from '../../src/routes/[...subject]/p/[seq]/+page.server.ts';
import { GET as postAt } from '../../src/routes/[...subject]/p/[seq]/+server.ts';
import { GET as answersAt } from '../../src/routes/[...subject]/p/[seq]/answers/+server.ts';
import { actions as remove } from '../../src/routes/[...subject]/p/[seq]/delete/+page.server.ts';
import { load as change, actions as changes } from '../../src/routes/[...subject]/p/[seq]/edit/+page.server.ts';
import { load as read } from '../../src/routes/[...subject]/p/[seq]/history/+page.server.ts';
import { saying } from '../support/saying.ts';
import { expect, once, test, title } from './memo-ground.ts';

/** A request to a page of a message, as its parts are given to what answers it. */
function asked(actor: Actor, subject: string, seq: number | string, { query = '', fields = {} as Record<string, string> } = {}) {
	const url = new URL(`https://desk.example.org/${subject}/p/${seq}${query}`);
	const request = new Request(url, { method: 'POST', body: new URLSearchParams(fields) });
	return { locals: { actor, locale: 'en' }, params: { subject, seq: String(seq) }, url, request } as never;
}
const gone = { status: 404 };

test('the pages of a message are there for a noun that has no routes of its own', async ({ services, ground }) => {
	setServices(services);
	const { memo, stream, ilze, rui } = ground;
	const at = `memos/${memo}`;
	const { seq } = await postMessage(services, ilze, { ...once(), stream, doc: saying('Ask the gardener'), lang: 'en' });
	const answer = await postMessage(services, rui, { ...once(), stream, doc: saying('She is away'), lang: 'en', replyTo: seq });

	await expect(lead(asked(ilze, at, answer.seq))).rejects.toMatchObject({
		status: 303,
		location: `/${at}?unfold=${answer.seq}#p-${answer.seq}`
	});
	expect(await (await postAt(asked(rui, at, seq))).json()).toMatchObject({ post: { doc: saying('Ask the gardener') }, hidden: null });
	const before = asked(rui, at, seq, { query: `/answers?before=${answer.seq + 1}` });
	expect(await (await answersAt(before)).json()).toMatchObject({ answers: [{ seq: answer.seq }] });
	const people = await mentionableAt(asked(rui, at, seq));
	expect(people.headers.get('cache-control')).toBe('private, no-store');
	expect(await people.json()).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ name: 'Ilze' })]) });

	expect(await change(asked(ilze, at, seq))).toMatchObject({
		field: { text: 'Ask the gardener' },
		subject: { title, href: `/${at}`, trail: [{ href: '/memos', label: 'Memos' }] }
	});
	await expect(change(asked(rui, at, seq))).rejects.toMatchObject({ status: 403 });
	const changed = { ...once(), revision: '1', text: 'Ask her', lang: 'en' };
	await expect(changes.default?.(asked(ilze, at, seq, { fields: changed }))).rejects.toMatchObject({ location: `/${at}/p/${seq}` });
	expect(await read(asked(rui, at, seq))).toMatchObject({ texts: [{ doc: saying('Ask her') }, { doc: saying('Ask the gardener') }] });
	await expect(remove.default?.(asked(ilze, at, seq, { fields: once() }))).rejects.toMatchObject({ location: `/${at}/p/${seq}` });
	expect(await (await postAt(asked(rui, at, seq))).json()).toMatchObject({ post: { doc: null } });
});

test('the pages of a message are not there for who may not know of what its thread hangs on, nor at an address that is none', async ({
	services,
	ground
}) => {
	setServices(services);
	const { memo, stream, ilze, vija, elio } = ground;
	const at = `memos/${memo}`;
	const { seq } = await postMessage(services, ilze, { ...once(), stream, doc: saying('Among us'), lang: 'en' });
	for (const outsider of [vija, elio, visitor])
		for (const page of [lead, postAt, change, read, mentionableAt])
			await expect(page(asked(outsider, at, seq))).rejects.toMatchObject(gone);
	for (const address of [
		`memos/${memo}/draft`,
		'memos/nowhere',
		`meetings/${memo}`,
		`plans/${memo}`,
		`memos/${memo}/p/${seq}`,
		'memos',
		''
	])
		for (const page of [postAt, mentionableAt]) await expect(page(asked(ilze, address, seq))).rejects.toMatchObject(gone);
	for (const place of ['0', '-1', 'x', '1e99', `${seq + 1}`]) await expect(postAt(asked(ilze, at, place))).rejects.toMatchObject(gone);
});
