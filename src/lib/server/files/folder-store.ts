import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Missing, type FileStore, type Lying } from './store.ts';

/** Contents in a folder of this machine: synced first, then put in their place at once. */
export function folderStore(dir: string): FileStore {
	const placeOf = (sha256: string) => join(dir, 'content', sha256.slice(0, 2), sha256);

	return {
		async put(sha256, path) {
			const place = placeOf(sha256);
			if (await isThere(place)) return;
			await mkdir(dirname(place), { recursive: true });
			await synced(path);
			await link(path, place).catch(() => copied(path, place));
			await synced(dirname(place));
		},
		async read(sha256, span) {
			const place = placeOf(sha256);
			if (!(await isThere(place))) throw new Missing(sha256);
			return createReadStream(place, span);
		},
		async drop(sha256) {
			for (const path of [placeOf(sha256), partOf(placeOf(sha256))]) await rm(path, { force: true });
		},
		async *list() {
			const folders = await readdir(join(dir, 'content')).catch(() => []);
			for (const folder of folders) yield lyingIn(join(dir, 'content', folder));
		}
	};
}

/** Where a copy grows until it is whole. */
function partOf(place: string): string {
	return `${place}.part`;
}

/** Contents in a folder; of one whose copying was broken off, the part. */
async function lyingIn(folder: string): Promise<Lying[]> {
	const found: Lying[] = [];
	for (const name of await readdir(folder).catch(() => [])) {
		const [sha256 = ''] = name.split('.');
		const at = await stat(join(folder, name)).then(
			({ mtime }) => mtime,
			() => null
		);
		if (at && /^[0-9a-f]{64}$/.test(sha256)) found.push({ sha256, at });
	}
	return found;
}

async function isThere(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isFile(),
		() => false
	);
}

/** Where the disk gives no file two names. */
async function copied(path: string, place: string): Promise<void> {
	const beside = partOf(place);
	await copyFile(path, beside, constants.COPYFILE_FICLONE);
	await synced(beside);
	await rename(beside, place);
}

/** Waits until what was written is on the disk; of a folder, its names. */
async function synced(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} catch (cause) {
		// Windows syncs neither a folder nor what is open for reading alone.
		if (process.platform !== 'win32') throw cause;
	} finally {
		await handle.close();
	}
}
