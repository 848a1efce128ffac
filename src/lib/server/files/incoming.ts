import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FilesConfig } from '../platform/config.ts';

/** Where what is being uploaded lies until it is whole; never beside what was kept. */
export function incoming({ dir }: Pick<FilesConfig, 'dir'>, id: string): string {
	return join(dir, 'incoming', id);
}

export async function prepareIncoming(config: FilesConfig, id: string): Promise<void> {
	await mkdir(join(config.dir, 'incoming'), { recursive: true });
	await (await open(incoming(config, id), 'wx')).close();
}

/** Bytes that have arrived; null when there is nothing of that name. */
export async function arrived(config: FilesConfig, id: string): Promise<number | null> {
	return stat(incoming(config, id)).then(
		({ size }) => size,
		() => null
	);
}

/** Writes on from a place; what arrived before a line broke stays. */
export async function receive(config: FilesConfig, id: string, stream: Readable, from: number): Promise<number> {
	const file = createWriteStream(incoming(config, id), { flags: 'r+', start: from });
	await pipeline(stream, file);
	return from + file.bytesWritten;
}

/** What lies there untouched since before a moment, and which upload it is of: its bytes, or what was being made of them. */
export async function lying(config: FilesConfig, before: Date): Promise<{ name: string; upload: string }[]> {
	const names = await readdir(join(config.dir, 'incoming')).catch(() => []);
	const found: { name: string; upload: string }[] = [];
	for (const name of names) {
		const since = await stat(incoming(config, name)).then(
			({ mtime }) => mtime,
			() => null
		);
		if (since && since < before) found.push({ name, upload: name.split('.')[0] ?? name });
	}
	return found;
}

export async function sweepAway(config: FilesConfig, name: string): Promise<void> {
	await rm(incoming(config, name), { force: true });
}

export async function forget(config: FilesConfig, id: string): Promise<void> {
	await rm(incoming(config, id), { force: true });
}
