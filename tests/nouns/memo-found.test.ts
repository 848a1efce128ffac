import type { Person } from '#lib/model/access/actor.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { reindex } from '#lib/server/search/index/reindex.ts';
import { offers } from '#lib/server/search/offers.ts';
import { search } from '#lib/server/search/search.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import type { TestServices } from '../support/database.ts';
import { fileDesk } from '../support/file-desk.ts';
import { madePdf } from '../support/made-files.ts';
import { saying } from '../support/saying.ts';
import { expect, once, test, title, type MemoGround } from './memo-ground.ts';
import { renameMemo } from './memos/server/commands.ts';

const asking = (services: TestServices, actor: Person) => ({ actor, locale: 'en', now: services.clock.now() });

async function found(services: TestServices, actor: Person, text: string): Promise<string[]> {
	return (await search(services, asking(services, actor), { text })).hits.map(({ kind, href }) => `${kind} ${href}`);
}

const brought = ({ sql, log }: TestServices) => catchUp(sql, log, { most: 100, rest: 0 });

/** A post in the memo's thread with a document that was uploaded for it. */
async function withFile(services: TestServices, { network, stream, ilze }: MemoGround) {
	const desk = await fileDesk(services);
	const file = await desk.upload(ilze, network.id, 'Orangery_plan.pdf', madePdf());
	const doc = saying('The gardener waters the persimmons');
	const { id, seq } = await postMessage(services, ilze, { ...once(), stream, doc, lang: 'en', files: [{ id: file.id }] });
	return { ...desk, file, post: id, seq };
}

test('it is found by title, words and attachment among its audience, by nobody else, and its words are suggested to nobody else', async ({
	services,
	ground
}) => {
	const { memo, ilze, rui, marek, vija, elio } = ground;
	const { seq } = await withFile(services, ground);
	const here = `/memos/${memo}`;
	const there = `${here}?from=${seq}#p-${seq}`;
	const ways: [string, string[]][] = [
		['kumquats', [`memo ${here}`]],
		['kind:memo', [`memo ${here}`]],
		['persimmons', [`post ${there}`]],
		['orangery', [`file ${there}`]],
		['from:Ilze kind:file', [`file ${there}`]]
	];
	for (const index of [brought, reindex]) {
		await index(services);
		for (const [text, hits] of ways) {
			for (const reader of [ilze, rui, marek]) expect(await found(services, reader, text), text).toEqual(hits);
			for (const outsider of [vija, elio]) expect(await found(services, outsider, text), text).toEqual([]);
		}
		for (const slip of ['kumqats', 'persimons', 'orangeri']) {
			expect(await search(services, asking(services, vija), { text: slip })).toMatchObject({
				hits: [],
				count: 0,
				counts: {},
				meant: []
			});
		}
	}
	const led = async (actor: Person) => (await offers(services, asking(services, actor))).filter(({ kind }) => kind === 'memo');
	expect(await led(rui)).toMatchObject([{ id: memo, href: here, text: title, city: 'co' }]);
	for (const outsider of [vija, elio]) expect(await led(outsider)).toEqual([]);
});

test('under another title it is found by that and no longer by the old one', async ({ services, ground }) => {
	const { memo, ilze, rui } = ground;
	await renameMemo(services, ilze, { ...once(), id: memo, title: 'Quinces' });
	await brought(services);
	expect(await found(services, rui, 'quinces')).toEqual([`memo /memos/${memo}`]);
	expect(await found(services, rui, 'kumquats')).toEqual([]);
});

test('its attachment is handed out to its audience only', async ({ services, ground }) => {
	const { ilze, rui, marek, vija, elio } = ground;
	const { file, get } = await withFile(services, ground);
	for (const path of [`/files/${file.id}/${file.name}`, `/files/${file.id}/versions`]) {
		for (const reader of [ilze, rui, marek]) expect((await get(reader, path)).status).toBe(200);
		for (const outsider of [vija, elio, null]) expect((await get(outsider, path)).status).toBe(404);
	}
});
