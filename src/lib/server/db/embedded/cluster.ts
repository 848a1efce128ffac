import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { identify } from './identity.ts';
import { run } from './run.ts';

/** The version that the project brings; a folder made by another cannot be read by it. */
export const major = '18';
export const superuser = 'swing';

/** Makes sure that `dir` holds a database cluster of our version; a first start that was cut short leaves nothing half. */
export async function ensureCluster(dir: string, initdb: string, log: (line: string) => void): Promise<void> {
	const made = await majorOf(dir);
	if (made === major) return;
	if (made) throw new EmbeddedError(otherMajor(dir, made));
	await mkdir(dirname(dir), { recursive: true });
	await setAside(dir, log);
	await removeUnfinished(dir);
	log('Making a new database');
	await create(dir, initdb);
}

/** The password of the cluster, which lies in it, for its owner's eyes only. */
export async function passwordOf(dir: string): Promise<string> {
	return (await readFile(join(dir, 'swing.password'), 'utf8')).trim();
}

async function majorOf(dir: string): Promise<string | null> {
	return readFile(join(dir, 'PG_VERSION'), 'utf8').then(
		(text) => text.trim(),
		(cause: NodeJS.ErrnoException) => {
			if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
			throw new EmbeddedError(
				`The database in ${dir} may not be read (${cause.code}). It belongs to another user: start as that user, or set DATA_DIR to a folder of your own.`,
				{ cause }
			);
		}
	);
}

/** `initdb` works in a folder of its own beside the target, which then takes the name in one step. */
async function create(dir: string, initdb: string): Promise<void> {
	const who = await identify(dir);
	const fresh = `${dir}.new-${process.pid}`;
	await mkdir(fresh, { mode: 0o700 });
	const password = randomBytes(24).toString('hex');
	const words = `${fresh}.password`;
	await writeFile(words, password, { mode: 0o600 });
	if (who.user) for (const path of [fresh, words]) await chown(path, who.user.uid, who.user.gid);
	const options = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
	try {
		await run(who, initdb, ['-D', fresh, '-U', superuser, `--pwfile=${words}`, '--no-instructions', ...options]);
		await rename(words, join(fresh, 'swing.password'));
		await chmod(fresh, 0o700);
		await sync(fresh);
		await rename(fresh, dir);
		await sync(dirname(dir));
	} catch (cause) {
		await rm(fresh, { recursive: true, force: true });
		await rm(words, { force: true });
		const anotherWasFirst = (await majorOf(dir)) !== null;
		if (!anotherWasFirst) throw cause;
	}
}

async function sync(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => null);
	await handle?.sync().catch(() => {});
	await handle?.close();
}

/** What is there and is no cluster is kept, under another name. */
async function setAside(dir: string, log: (line: string) => void): Promise<void> {
	const held = await readdir(dir).catch(() => null);
	if (!held) return;
	if (held.length === 0) return rmdir(dir);
	const aside = `${dir}.unfinished-${Date.now()}`;
	await rename(dir, aside);
	log(`${dir} held no complete database; what was there is now in ${aside}`);
}

async function removeUnfinished(dir: string): Promise<void> {
	for (const name of await readdir(dirname(dir))) {
		const pid = name.startsWith(`${basename(dir)}.new-`) && Number.parseInt(name.slice(basename(dir).length + 5), 10);
		if (pid && !alive(pid)) await rm(join(dirname(dir), name), { recursive: true, force: true });
	}
}

function alive(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function otherMajor(dir: string, made: string): string {
	return [
		`${dir} was made by PostgreSQL ${made}; this version of Swing brings PostgreSQL ${major}. Nothing was changed.`,
		`To move the data: run PostgreSQL ${made} on that folder, write the database "swing" to a file with pg_dump,`,
		'rename the folder, start Swing once so that it makes a new one, stop it,',
		`and load the file into the new database with the psql of PostgreSQL ${major}.`,
		'Or keep your own PostgreSQL 15 or newer and set DATABASE_URL. To begin afresh, set DATA_DIR to another folder.'
	].join('\n');
}
