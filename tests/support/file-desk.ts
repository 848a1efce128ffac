import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { createApp } from '#lib/server/http/app.ts';
import { safeServer } from '#lib/server/http/safe-server.ts';
import { portOf } from './bare-socket.ts';
import type { TestServices } from './database.ts';
import { cookieOf } from './live.ts';

/** Where files are handed in and out over HTTP, with a folder of its own. */
export interface FileDesk {
	url: string;
	dir: string;
	/** The headers of somebody who sits at our own pages. */
	as(person: Person | null): Promise<Record<string, string>>;
	/** Asks for room; what the protocol answers. */
	begin(person: Person | null, file: { name: string; size: number; network: string; replaces?: string }): Promise<Response>;
	/** Sends bytes from a place on. */
	send(person: Person, address: string, bytes: Uint8Array, from?: number): Promise<Response>;
	finish(person: Person, address: string): Promise<Response>;
	/** All of it at once. */
	upload(person: Person, network: string, name: string, content: Uint8Array, replaces?: string): Promise<AttachedFile>;
	get(person: Person | null, path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
}

export async function fileDesk(services: TestServices, env: Record<string, string> = {}): Promise<FileDesk> {
	const dir = await mkdtemp(join(tmpdir(), 'swing-files-'));
	services.config = parseConfig({ DEMO: 'off', FILES_DIR: dir, ...env });
	const app = createApp({
		services,
		isStopping: () => false,
		pages: (_request, response) => void response.status(404).send('no such page')
	});
	const server = safeServer(services.config).on('request', app);
	const url = `http://127.0.0.1:${await portOf(server)}`;
	onTestFinished(async () => {
		server.closeAllConnections();
		server.close();
		await rm(dir, { recursive: true, force: true });
	});
	const base64 = (text: string) => Buffer.from(text).toString('base64');

	const as = async (person: Person | null): Promise<Record<string, string>> => ({
		origin: url,
		...(person && { cookie: await cookieOf(services, person) })
	});
	const begin: FileDesk['begin'] = async (person, { name, size, network, replaces }) =>
		fetch(`${url}/uploads`, {
			method: 'POST',
			headers: {
				...(await as(person)),
				'tus-resumable': '1.0.0',
				'upload-length': String(size),
				'upload-metadata': `filename ${base64(name)},network ${base64(network)}${replaces ? `,replaces ${base64(replaces)}` : ''}`
			}
		});
	const send: FileDesk['send'] = async (person, address, bytes, from = 0) =>
		fetch(url + address, {
			method: 'PATCH',
			headers: {
				...(await as(person)),
				'tus-resumable': '1.0.0',
				'upload-offset': String(from),
				'content-type': 'application/offset+octet-stream'
			},
			body: Buffer.from(bytes)
		});
	const finish: FileDesk['finish'] = async (person, address) => fetch(url + address, { headers: await as(person) });
	return {
		url,
		dir,
		as,
		begin,
		send,
		finish,
		async upload(person, network, name, content, replaces) {
			const begun = await begin(person, { name, size: content.length, network, ...(replaces && { replaces }) });
			const address = begun.headers.get('location') ?? '';
			await send(person, address, content);
			const made = await finish(person, address);
			if (!made.ok) throw new Error(`${begun.status}, ${made.status}: ${await made.text()}`);
			return (await made.json()) as AttachedFile;
		},
		get: async (person, path, headers = {}, method = 'GET') =>
			fetch(url + path, { method, headers: { ...(await as(person)), ...headers } })
	};
}
