import { installation } from '../db/schema/networks.ts';
import type { Services } from '../services.ts';

export type InstallationKind = 'demo' | 'real';

/** What the database holds and what was asked for do not go together. */
export class WrongInstallation extends Error {
	override name = 'WrongInstallation';
}

/** What this database holds, or null while it is empty. */
export async function kindOf({ db }: Pick<Services, 'db'>): Promise<InstallationKind | null> {
	const [row] = await db.select({ kind: installation.kind }).from(installation);
	return row?.kind ?? null;
}

/**
 * Remembers in an empty database that it is a real installation.
 * @throws WrongInstallation when it holds a demo
 */
export async function requireReal(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
	const kind = await kindOf(services);
	if (kind === 'demo') throw new WrongInstallation(demoIsNoInstallation);
	if (kind === null) {
		await services.db.insert(installation).values({ kind: 'real', createdAt: services.clock.now() });
	}
}

/** @throws WrongInstallation when the database holds a real installation */
export async function requireDemo(services: Pick<Services, 'db'>): Promise<void> {
	if ((await kindOf(services)) === 'real') throw new WrongInstallation(installationIsNoDemo);
}

const demoIsNoInstallation = [
	'The data here are those of a demo, and a demo is never served as a real installation. Nothing was changed.',
	'For a real installation set DATA_DIR to a new folder, or DATABASE_URL to an empty database.',
	'To see the demo again, unset DEMO.'
].join('\n');

const installationIsNoDemo = [
	'The data here are those of a real installation, which is never served as a demo. Nothing was changed.',
	'Start it with DEMO=off; for a demo set DATA_DIR to a new folder.'
].join('\n');
