import { randomUUID } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from '#lib/model/access/actor.ts';
import { emptyDoc } from '#lib/model/documents/doc.ts';
import { files, fileRenditions } from '#lib/server/db/schema/files.ts';
import { cleanUpFiles } from '#lib/server/files/clean-up.ts';
import { incoming } from '#lib/server/files/incoming.ts';
import { examine } from '#lib/server/files/keep-file.ts';
import { openStore } from '#lib/server/files/store.ts';
import { sweepFiles } from '#lib/server/files/sweep.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePhoto } from '../../support/made-files.ts';
import { smallNetwork } from '../../support/thread.ts';

const day = 24 * 3600;

async function stage(services: TestServices) {
	const network = await smallNetwork(services);
	const desk = await fileDesk(services);
	return { ...network, ...desk, ilze: await network.person('Ilze') };
}

async function lying(dir: string): Promise<string[]> {
	const all = await readdir(dir, { recursive: true, withFileTypes: true });
	return all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** As if everything in this folder had come now, by the clock of the test. */
async function dated(services: TestServices, dir: string): Promise<void> {
	for (const path of await lying(dir)) await utimes(path, services.clock.now(), services.clock.now());
}

/** Leaves what a process leaves that is killed over making a file: all of its contents, and no row that names them. */
async function killedOver(
	services: TestServices,
	{ begin, send }: Awaited<ReturnType<typeof stage>>,
	by: Person,
	network: string,
	photo: Buffer
): Promise<string> {
	const address = (await begin(by, { name: 'a.jpg', size: photo.length, network })).headers.get('location')!;
	await send(by, address, photo);
	const { sha256, path, shown } = await examine(incoming(services.config.files, address.split('/').at(-1)!));
	const store = await openStore(services.config.files);
	for (const one of [{ sha256, path }, ...shown]) await store.put(one.sha256, one.path);
	return address;
}

test('killed between the bytes and their row, a file is made once it is asked for again', async ({ services }) => {
	const here = await stage(services);
	const { id: network, ilze, dir, finish, get } = here;
	const address = await killedOver(services, here, ilze, network, await madePhoto());
	const file = (await (await finish(ilze, address)).json()) as { id: string };
	expect((await get(ilze, `/files/${file.id}/small`)).status).toBe(200);
	expect(await readdir(join(dir, 'incoming'))).toEqual([]);
	expect([await services.db.$count(files), await services.db.$count(fileRenditions), (await lying(dir)).length]).toEqual([1, 4, 5]);
	await dated(services, dir);
	services.clock.advance(3 * day);
	expect(await sweepFiles(services)).toEqual({ contents: 0, pieces: 0 });
	expect((await get(ilze, `/files/${file.id}/small`)).status).toBe(200);
});

test('and when nobody asks, all of it goes after two days, and nothing that is named', async ({ services }) => {
	const here = await stage(services);
	const { id: network, ilze, dir, upload, get } = here;
	await killedOver(services, here, ilze, network, await madePhoto());
	const named = await upload(ilze, network, 'b.jpg', await madePhoto({ width: 300, height: 200 }));
	await dated(services, dir);
	expect([await cleanUpFiles(services), await sweepFiles(services)]).toEqual([
		{ files: 0, uploads: 0 },
		{ contents: 0, pieces: 0 }
	]);
	services.clock.advance(3 * day);
	expect([await cleanUpFiles(services), await sweepFiles(services)]).toEqual([
		{ files: 0, uploads: 1 },
		{ contents: 5, pieces: 4 }
	]);
	expect(await lying(join(dir, 'incoming'))).toEqual([]);
	const rows = await services.sql<{ sha256: string }[]>`select sha256 from files union select sha256 from file_renditions`;
	expect((await lying(dir)).map((path) => path.split('/').at(-1)).sort()).toEqual(rows.map(({ sha256 }) => sha256).sort());
	expect((await get(ilze, `/files/${named.id}/small`)).status).toBe(200);
});

test('what was uploaded and not posted before the end waits with its draft, and can be posted', async ({ services }) => {
	const { id: network, slug, person, ilze, dir, upload, get } = await stage(services);
	const file = await upload(ilze, network, 'a.jpg', await madePhoto());
	await dated(services, dir);
	services.clock.advance(29 * day);
	expect([await cleanUpFiles(services), await sweepFiles(services)]).toEqual([
		{ files: 0, uploads: 0 },
		{ contents: 0, pieces: 0 }
	]);
	await postInMeeting(services, ilze, { commandId: randomUUID(), slug, doc: emptyDoc, lang: 'en', files: [{ id: file.id }] });
	services.clock.advance(40 * day);
	expect([await cleanUpFiles(services), await sweepFiles(services)]).toEqual([
		{ files: 0, uploads: 0 },
		{ contents: 0, pieces: 0 }
	]);
	expect((await get(await person('Rui'), `/files/${file.id}/small`)).status).toBe(200);
});
