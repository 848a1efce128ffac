import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { emptyDoc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { startSession } from '#lib/server/auth/session.ts';
import { cleanUpFiles } from '#lib/server/files/clean-up.ts';
import { sweepFiles } from '#lib/server/files/sweep.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { actorOf, who } from '../../support/actors.ts';
import { groundOf } from '../../support/ground.ts';
import { madePhoto } from '../../support/made-files.ts';
import { runServer } from '../../support/running-server.ts';
import { slug } from '../stage.ts';

const kills = 6;
const day = 24 * 3_600_000;

test(`the server is killed ${kills} times while pictures are being finished`, { timeout: 60_000 + kills * 20_000 }, async () => {
	const folder = await mkdtemp(join(tmpdir(), 'swing-killed-'));
	const server = await runServer(join(folder, 'data'));
	const { services, close } = await groundOf(server);
	const actor = await actorOf(services, who.officer);
	const { token } = await startSession(services, actor.id, 'Faults');
	const headers = { origin: server.url, cookie: `swing=${token}`, 'tus-resumable': '1.0.0' };
	const network = actor.memberships[0]?.network ?? '';
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	const said = `filename ${base64('square.jpg')},network ${base64(network)}`;

	/** Sends a picture and asks for the file; the server dies over it. */
	async function killedOver(n: number): Promise<string> {
		const photo = await madePhoto({ width: 2400 + n, height: 1600 });
		const begun = await fetch(`${server.url}/uploads`, {
			method: 'POST',
			headers: { ...headers, 'upload-length': String(photo.length), 'upload-metadata': said }
		});
		const address = server.url + begun.headers.get('location');
		await fetch(address, {
			method: 'PATCH',
			headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
			body: Buffer.from(photo)
		});
		const answer = fetch(address, { headers }).catch(() => null);
		await pause(Math.random() * 600);
		await server.kill();
		await answer;
		await server.start();
		return address;
	}

	const made: AttachedFile[] = [];
	for (let n = 0; n < kills; n += 1) {
		const again = await fetch(await killedOver(n), { headers });
		expect(again.status, await again.clone().text()).toBe(200);
		made.push((await again.json()) as AttachedFile);
	}
	await postInMeeting(services, actor, {
		commandId: randomUUID(),
		slug,
		doc: emptyDoc,
		lang: 'en',
		files: made.map(({ id }) => ({ id }))
	});
	await killedOver(kills);

	const later = { ...services, clock: { now: () => new Date(Date.now() + 40 * day) } };
	await cleanUpFiles(later);
	await sweepFiles(later);
	const dir = services.config.files.dir;
	const lying = (await readdir(join(dir, 'content'), { recursive: true })).flatMap((name) => name.split('/')[1] ?? []);
	const rows = await services.sql<{ sha256: string }[]>`select sha256 from files union select sha256 from file_renditions`;
	expect(lying.sort()).toEqual(rows.map(({ sha256 }) => sha256).sort());
	expect(await readdir(join(dir, 'incoming'))).toEqual([]);
	for (const { id } of made) {
		for (const size of ['small', 'medium', 'large', 'whole'])
			expect((await fetch(`${server.url}/files/${id}/${size}`, { headers })).status, size).toBe(200);
	}
	await close();
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});
