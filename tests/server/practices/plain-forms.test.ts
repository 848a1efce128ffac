import type { Actor } from '#lib/model/access/actor.ts';
import { hrefOfPractice, practiceStream } from '#lib/model/practices/practice.ts';
import { addressOfPractice } from '#lib/server/practices/find.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { setServices } from '#lib/server/services.ts';
import { reactionsToSubject } from '#lib/server/threads/subject-reactions.ts';
import { expect, leavePublished, once, test } from '../../support/practices.ts';
import { actions as onEntry } from '../../../src/routes/practices/[slug]/+page.server.ts';
import { actions as onHistory, load } from '../../../src/routes/practices/[slug]/history/+page.server.ts';

/** Somebody at a page of an entry, who sends a form of it. */
function visit(actor: Actor, href: string, fields: Record<string, string> = {}) {
	const url = new URL(href, 'https://desk.example.org');
	const request = new Request(url, { method: 'POST', body: new URLSearchParams({ ...once(), ...fields }) });
	const slug = url.pathname.split('/')[2];
	return { locals: { actor, locale: 'en' }, params: { slug }, url, request, isDataRequest: false } as never;
}

test('older words are taken back by a form, which says what it came to', async ({ services, ground }) => {
	setServices(services);
	const { ines, ilze, marek } = ground;
	const id = await leavePublished(services, ground);
	await savePractice(services, ines, { ...once(), id, base: 1, values: { pitch: 'A market.' } });
	const history = `${hrefOfPractice(await addressOfPractice(services.db, ines, id))}/history`;
	const takeBack = (actor: Actor, n: string) => onHistory.takeBack?.(visit(actor, history, { n }));

	expect(await load(visit(ines, history))).toMatchObject({ writes: true, cameBack: null });
	for (const reader of [ilze, marek]) expect(await load(visit(reader, history))).toMatchObject({ writes: false });
	await expect(takeBack(ines, '2')).rejects.toMatchObject({ status: 303, location: `${history}?taken=2` });
	expect(await load(visit(ines, `${history}?taken=2`)), 'they stood there').toMatchObject({ cameBack: false, head: { draftN: 2 } });
	await expect(takeBack(ines, '1')).rejects.toMatchObject({ location: `${history}?taken=1` });
	expect(await load(visit(ines, `${history}?taken=1`))).toMatchObject({ cameBack: true, head: { draftN: 3, publishedN: 1 } });
	expect(await takeBack(marek, '1')).toMatchObject({ status: 403 });
	expect(await takeBack(ilze, '1')).toMatchObject({ status: 404 });
	for (const n of ['9', '']) expect(await takeBack(ines, n)).toMatchObject({ status: n ? 404 : 400 });
});

test('one reacts to an entry by a form that says what it comes to', async ({ services, ground }) => {
	setServices(services);
	const { ilze, claire } = ground;
	const id = await leavePublished(services, ground);
	const href = hrefOfPractice(await addressOfPractice(services.db, ilze, id));
	const react = (actor: Actor, reaction: string) => onEntry.react?.(visit(actor, href, { reaction }));
	const kinds = async () => (await reactionsToSubject(services.db, ilze, practiceStream(id))).map(({ kind }) => kind);

	for (const reaction of ['thanks on', 'thanks on', 'idea on', 'idea off'])
		await expect(react(ilze, reaction)).rejects.toMatchObject({ status: 303, location: `${href}#reactions` });
	expect(await kinds()).toEqual(['thanks']);
	expect(await react(claire, 'agree on')).toMatchObject({ status: 403, data: { says: expect.any(String) as string } });
	for (const nonsense of ['', 'on', 'dislike on']) expect(await react(ilze, nonsense)).toMatchObject({ status: 400 });
	expect(await kinds()).toEqual(['thanks']);
});
