import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from './embedded-error.ts';

/** Whom PostgreSQL runs as: it refuses to be root. */
export interface Identity {
	/** Put before the command. */
	through: string[];
	/** Another user to become, who must own the folder. */
	user: { uid: number; gid: number } | null;
}

const nobody = 65534;
const unshare = 'unshare';
const asNobody = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];

/**
 * An ordinary user is who they are. Root becomes the owner of the folder, or else nobody in a user namespace of
 * its own, which needs no other owner and enters every folder of root's; where that is not allowed, nobody itself.
 */
export async function identify(dir: string): Promise<Identity> {
	if (process.getuid?.() !== 0) return { through: [], user: null };
	const owner = await ownerOf(dir);
	if (owner.uid !== 0) return { through: [], user: owner };
	const allowed = await promisify(execFile)(unshare, [...asNobody, 'true']).then(
		() => true,
		() => false
	);
	if (allowed) return { through: [unshare, ...asNobody], user: null };
	await mayEnter(dirname(dir), dir);
	return { through: [], user: { uid: nobody, gid: nobody } };
}

/** The owner of the folder, or of the nearest one above it that is there already. */
async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
	const found = await stat(path).catch(() => null);
	if (found) return { uid: found.uid, gid: found.gid };
	return ownerOf(dirname(path));
}

async function mayEnter(folder: string, dir: string): Promise<void> {
	const found = await stat(folder).catch(() => null);
	if (found && !(found.mode & 0o001)) {
		throw new EmbeddedError(
			`PostgreSQL does not run as root, and as the user nobody it may not enter ${folder}. ` +
				`Start as an ordinary user, or allow it with "chmod o+x '${folder}'", or set DATA_DIR to a folder that others may enter (now ${dirname(dir)}).`
		);
	}
	if (dirname(folder) !== folder) await mayEnter(dirname(folder), dir);
}
