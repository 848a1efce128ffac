import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { bucketStore } from '#lib/server/files/bucket-store.ts';
import { folderStore } from '#lib/server/files/folder-store.ts';
import { Missing, type FileStore, type Lying } from '#lib/server/files/store.ts';
import { bucketOnLoopback } from '../../support/bucket.ts';

const keys = { keyId: 'desk', secret: 'a secret of the tests' };

async function folder(): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'swing-store-'));
	onTestFinished(() => rm(dir, { recursive: true, force: true }));
	return dir;
}

async function aBucket(secret = keys.secret) {
	const bucket = await bucketOnLoopback(keys);
	onTestFinished(() => bucket.close());
	return { ...bucket, store: bucketStore({ url: bucket.url, region: 'auto', keyId: keys.keyId, secret }) };
}

async function all(store: FileStore): Promise<Lying[]> {
	const found: Lying[] = [];
	for await (const some of store.list()) found.push(...some);
	return found;
}

const stores: [string, () => Promise<FileStore>][] = [
	['a folder', async () => folderStore(await folder())],
	['a bucket', async () => (await aBucket()).store]
];

test('a bucket that does not answer is given up; one that answers slowly is heard to the end', async () => {
	const pieces = ['slowly ', 'but ', 'whole'];
	const server = createServer(async (request, response) => {
		if (request.method !== 'GET') return;
		response.writeHead(200, { etag: '"x"' });
		for (const piece of pieces) {
			response.write(piece);
			await pause(150);
		}
		response.end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const store = bucketStore({ url: `http://127.0.0.1:${port}/swing`, region: 'auto', ...keys }, { given: 200, asked: 200 });
	expect((await buffer(await store.read('ab'.repeat(32)))).toString()).toBe(pieces.join(''));
	await expect(store.drop('ab'.repeat(32))).rejects.toThrow(/does not answer/);
});

test.each(stores)('%s keeps contents under their hash, whole and in parts, and gives them up', async (_name, open) => {
	const [store, dir] = [await open(), await folder()];
	const content = Buffer.from('0123456789'.repeat(50_000));
	const sha256 = createHash('sha256').update(content).digest('hex');
	const path = join(dir, 'it');
	await writeFile(path, content);
	await Promise.all([store.put(sha256, path), store.put(sha256, path)]);
	await store.put(sha256, path);
	expect((await buffer(await store.read(sha256))).equals(content)).toBe(true);
	expect((await buffer(await store.read(sha256, { start: 5, end: 12 }))).toString()).toBe('56789012');
	expect(await readdir(dir)).toEqual(['it']);
	const others = ['ab', 'cd', 'ce'].map((two) => two.repeat(32));
	for (const other of others) await store.put(other, path);
	const listed = await all(store);
	expect(listed.map((one) => one.sha256).sort()).toEqual([sha256, ...others].sort());
	for (const { at } of listed) expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000);
	for (const other of others) await store.drop(other);
	await store.drop(sha256);
	await store.drop(sha256);
	await expect(store.read(sha256)).rejects.toThrow(Missing);
	await expect(store.read(sha256, { start: 0, end: 1 })).rejects.toThrow(Missing);
	expect(await all(store)).toEqual([]);
});

test('every request to a bucket is signed, and one with a wrong secret says so', async () => {
	const right = await aBucket();
	const path = join(await folder(), 'it');
	await writeFile(path, 'words');
	await right.store.put('ab'.repeat(32), path);
	expect([...right.objects.keys()]).toEqual([`/swing/content/ab/${'ab'.repeat(32)}`]);
	expect(right.unsigned()).toBe(0);
	const wrong = await aBucket('another secret');
	await expect(wrong.store.put('ab'.repeat(32), path)).rejects.toThrow();
	expect(wrong.objects.size).toBe(0);
});
