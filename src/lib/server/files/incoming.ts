import { createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FilesConfig } from '../config.ts';

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

export async function forget(config: FilesConfig, id: string): Promise<void> {
	await rm(incoming(config, id), { force: true });
}
