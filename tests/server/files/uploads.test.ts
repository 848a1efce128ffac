import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { files, uploads } from '#lib/server/db/schema/files.ts';
import { expect, test } from '../../support/database.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madeBomb, madePdf, madePhoto } from '../../support/made-files.ts';
import { smallNetwork } from '../../support/thread.ts';

const megabyte = 1_000_000;

test('a picture and a PDF are uploaded, known by their content and named by it', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { upload } = await fileDesk(services);
	const photo = await madePhoto({ sideways: true });
	expect(await upload(ilze, network, '../Bilde\r\n.HEIC', photo)).toEqual({
		id: expect.any(String),
		name: 'Bilde.jpg',
		kind: 'picture',
		type: 'image/jpeg',
		size: photo.length,
		width: 1200,
		height: 800
	});
	expect(await upload(ilze, network, 'Plāns.pdf', madePdf(3))).toMatchObject({
		name: 'Plāns.pdf',
		kind: 'pdf',
		pages: 3,
		width: expect.any(Number)
	});
	expect(await services.db.select().from(uploads)).toEqual([]);
});

test('what is said of a file is refused where it holds signs that are none', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { url, as, begin } = await fileDesk(services);
	const post = async (metadata: string) => {
		const headers = { ...(await as(ilze)), 'tus-resumable': '1.0.0', 'upload-length': '3', 'upload-metadata': metadata };
		return (await fetch(`${url}/uploads`, { method: 'POST', headers })).status;
	};
	const base64 = (said: string | Buffer) => Buffer.from(said).toString('base64');
	for (const name of ['a\0b.txt', Buffer.from([0x61, 0xff, 0x62]), Buffer.from([0xed, 0xa0, 0x80])]) {
		expect.soft(await post(`filename ${base64(name)},network ${base64(network)}`)).toBe(400);
	}
	for (const network of ['\0', Buffer.from([0xff])]) {
		expect.soft(await post(`filename ${base64('a.txt')},network ${base64(network)}`)).toBe(400);
	}
	for (const metadata of ['filename', 'filename %%%', ',', 'filename YQ==,filename YQ==', '=']) {
		expect.soft(await post(metadata), metadata).toBe(400);
	}
	for (const part of ['%00', '%FF', 'x%ED%A0%80']) {
		for (const path of [`/uploads/${part}`, `/files/${part}/a.txt`, `/uploads?network=${part}`]) {
			expect.soft((await fetch(url + path, { headers: await as(ilze) })).status, path).toBe(404);
		}
	}
	expect(await services.db.select().from(uploads)).toEqual([]);
	expect((await begin(ilze, { name: 'Plāns.pdf', size: 3, network })).status).toBe(201);
});

test('an upload that broke off goes on where it was, and making a file of it can be asked again', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { begin, send, finish, get, dir } = await fileDesk(services);
	const content = madePdf(20);
	const address = (await begin(ilze, { name: 'a.pdf', size: content.length, network })).headers.get('location')!;
	await send(ilze, address, content.subarray(0, 700));
	expect((await finish(ilze, address)).status).toBe(409);
	const head = await get(ilze, address, { 'tus-resumable': '1.0.0' }, 'HEAD');
	expect(head.headers.get('upload-offset')).toBe('700');
	expect((await send(ilze, address, content.subarray(900), 900)).status, 'a gap').toBe(409);
	await send(ilze, address, content.subarray(700), 700);
	const answers = await Promise.all([finish(ilze, address), finish(ilze, address), finish(ilze, address)]);
	const [first, ...others] = await Promise.all(answers.map((answer) => answer.json()));
	expect(first).toMatchObject({ name: 'a.pdf', pages: 20, size: content.length });
	for (const other of [...others, await (await finish(ilze, address)).json()]) expect(other).toEqual(first);
	expect(await services.db.select().from(files)).toHaveLength(1);
	expect(await readdir(join(dir, 'incoming'))).toEqual([]);
});

test('what is too large is refused before its first byte, and more than was said is not taken', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { begin, send, dir } = await fileDesk(services);
	const refused = await begin(ilze, { name: 'film.pdf', size: 2_000 * megabyte, network });
	expect([refused.status, await refused.text()]).toEqual([413, 'too_large']);
	expect(await readdir(dir)).toEqual([]);
	const address = (await begin(ilze, { name: 'a.txt', size: 5, network })).headers.get('location')!;
	expect((await send(ilze, address, Buffer.from('many more than five'))).status).toBe(413);
});

test.for([
	['an SVG with script', 'picture.svg', 'markup', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
	['a page named as a picture', 'photo.jpg', 'markup', '<!doctype html><script>alert(1)</script>']
] as const)('%s is refused, and so it stays', async ([, name, reason, content], { services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { begin, send, finish, get } = await fileDesk(services);
	const address = (await begin(ilze, { name, size: content.length, network })).headers.get('location')!;
	await send(ilze, address, Buffer.from(content));
	for (const answer of [await finish(ilze, address), await finish(ilze, address)])
		expect([answer.status, await answer.text()]).toEqual([422, reason]);
	expect(await services.db.select().from(files)).toEqual([]);
	expect((await get(ilze, address, { 'tus-resumable': '1.0.0' }, 'DELETE')).status).toBe(204);
	expect(await services.db.select().from(uploads)).toEqual([]);
});

test('a picture bomb harms nobody: another file gets ready beside it', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { begin, send, finish, upload } = await fileDesk(services);
	const bomb = madeBomb();
	const address = (await begin(ilze, { name: 'bomb.png', size: bomb.length, network })).headers.get('location')!;
	await send(ilze, address, bomb);
	const [answer, file] = await Promise.all([finish(ilze, address), upload(ilze, network, 'a.jpg', await madePhoto())]);
	expect([answer.status, await answer.text()]).toEqual([422, 'bomb']);
	expect(file.kind).toBe('picture');
});

test('who may not, may not: visitors, readers, people of another network, other sites; and nobody has a part in what another uploads', async ({
	services
}) => {
	const { id: network, person } = await smallNetwork(services);
	const [ilze, elio, claire] = [await person('Ilze'), await person('Elio'), await person('Claire', { role: 'reader', city: null })];
	const { begin, send, finish, get, url, as } = await fileDesk(services);
	const asked = { name: 'a.txt', size: 5, network };
	expect((await begin(null, asked)).status).toBe(403);
	expect((await begin(claire, asked)).status).toBe(403);
	expect((await begin(ilze, { ...asked, network: crypto.randomUUID() })).status).toBe(403);
	expect((await begin(ilze, { ...asked, network: 'nonsense' })).status).toBe(400);
	const cookie = (await as(ilze)).cookie!;
	for (const foreign of [{ origin: 'https://elsewhere.example' }, {}]) {
		expect(
			(
				await fetch(`${url}/uploads`, {
					method: 'POST',
					headers: { cookie, 'tus-resumable': '1.0.0', 'upload-length': '5', ...foreign } as Record<string, string>
				})
			).status
		).toBe(403);
	}
	const address = (await begin(ilze, asked)).headers.get('location')!;
	expect((await send(elio, address, Buffer.from('mine!'))).status).toBe(404);
	for (const method of ['HEAD', 'DELETE'])
		expect((await get(elio, address, { 'tus-resumable': '1.0.0' }, method)).status, method).toBe(404);
	await send(ilze, address, Buffer.from('mine!'));
	expect((await finish(elio, address)).status).toBe(404);
	expect((await finish(ilze, address)).status).toBe(200);
	expect((await finish(elio, address)).status).toBe(404);
});

test('a city keeps no more than its quota, however many ask at once; what is on its way counts', async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const people = [await person('Ilze'), await person('Vija', { role: 'coordinator' })];
	const { begin } = await fileDesk(services, { FILES_QUOTA_MB: '10' });
	const asked = await Promise.all(
		Array.from({ length: 12 }, (_, n) => begin(people[n % 2]!, { name: `${n}.zip`, size: 2 * megabyte, network }))
	);
	expect(asked.map(({ status }) => status).sort()).toEqual([...Array<number>(5).fill(201), ...Array<number>(7).fill(507)]);
	const expert = await person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	expect((await begin(expert, { name: 'a.zip', size: 9 * megabyte, network })).status, 'on an account of their own').toBe(201);
	expect((await begin(expert, { name: 'a.zip', size: 2 * megabyte, network })).status).toBe(507);
});
