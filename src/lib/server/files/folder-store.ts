import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Missing, type FileStore } from './store.ts';

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
			await rm(placeOf(sha256), { force: true });
		}
	};
}

async function isThere(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isFile(),
		() => false
	);
}

/** Where the disk gives no file two names. */
async function copied(path: string, place: string): Promise<void> {
	const beside = `${place}.part`;
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
