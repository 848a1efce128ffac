import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { fileRenditions, files, fileUses, uploads } from '#lib/server/db/schema/files.ts';
import { cleanUpFiles } from '#lib/server/files/clean-up.ts';
import { expect, test } from '../../support/database.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePhoto } from '../../support/made-files.ts';
import { smallNetwork } from '../../support/thread.ts';

const day = 24 * 3600;

async function contents(dir: string): Promise<number> {
	return (await readdir(join(dir, 'content'), { recursive: true })).filter((name) => name.length > 60).length;
}

test('a file that stands nowhere goes after a month, with all that was made of it, and what others have of the same content stays', async ({
	services
}) => {
	const { id: network, person } = await smallNetwork(services);
	const [ilze, vija] = [await person('Ilze'), await person('Vija')];
	const { upload, dir, get } = await fileDesk(services);
	const photo = await madePhoto();
	const first = await upload(ilze, network, 'a.jpg', photo);
	const same = await upload(vija, network, 'b.jpg', photo);
	await services.db.insert(fileUses).values({
		fileId: same.id,
		subjectKind: 'post',
		subjectId: crypto.randomUUID(),
		position: 0,
		by: vija.id,
		at: services.clock.now()
	});
	services.clock.advance(29 * day);
	expect(await cleanUpFiles(services)).toEqual({ files: 0, uploads: 0 });
	const young = await upload(ilze, network, 'c.jpg', await madePhoto({ width: 300, height: 300 }));
	services.clock.advance(2 * day);
	expect(await cleanUpFiles(services)).toEqual({ files: 1, uploads: 0 });
	expect((await services.db.select({ id: files.id }).from(files)).map(({ id }) => id).sort()).toEqual([same.id, young.id].sort());
	expect((await get(ilze, `/files/${first.id}/small`)).status).toBe(404);
	expect((await get(ilze, `/files/${young.id}/small`)).status).toBe(200);
	const before = await contents(dir);
	await services.db.delete(fileUses);
	await services.db.update(files).set({ releasedAt: services.clock.now() }).where(eq(files.id, same.id));
	services.clock.advance(3 * day);
	expect(await cleanUpFiles(services)).toEqual({ files: 1, uploads: 0 });
	expect(await services.db.select().from(fileRenditions)).toHaveLength(4);
	expect(await contents(dir)).toBeLessThan(before);
	services.clock.advance(30 * day);
	await cleanUpFiles(services);
	expect(await contents(dir)).toBe(0);
});

test('what was never finished goes after two days and gives its room back', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { begin, dir } = await fileDesk(services, { FILES_QUOTA_MB: '1' });
	expect((await begin(ilze, { name: 'a.zip', size: 900_000, network })).status).toBe(201);
	expect((await begin(ilze, { name: 'b.zip', size: 900_000, network })).status).toBe(507);
	services.clock.advance(3 * day);
	expect(await cleanUpFiles(services)).toEqual({ files: 0, uploads: 1 });
	expect(await readdir(join(dir, 'incoming'))).toEqual([]);
	expect(await services.db.select().from(uploads)).toEqual([]);
	const again = await begin(ilze, { name: 'b.zip', size: 900_000, network });
	expect(again.status).toBe(201);
});

test('earlier versions stay as long as a newer one stands somewhere', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { upload, get } = await fileDesk(services);
	const first = await upload(ilze, network, 'plan.txt', Buffer.from('First words'));
	const second = await upload(ilze, network, 'plan.txt', Buffer.from('Better words'), first.id);
	expect(second).toMatchObject({ version: 2 });
	expect(await (await get(ilze, `/files/${second.id}/versions`)).json()).toMatchObject([
		{ version: 2, id: second.id },
		{ version: 1, id: first.id }
	]);
	await services.db.insert(fileUses).values({
		fileId: second.id,
		subjectKind: 'post',
		subjectId: crypto.randomUUID(),
		position: 0,
		by: ilze.id,
		at: services.clock.now()
	});
	services.clock.advance(40 * day);
	expect(await cleanUpFiles(services)).toEqual({ files: 0, uploads: 0 });
});
