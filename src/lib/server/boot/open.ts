import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../platform/config.ts';
import { modelNouns } from '#lib/model/nouns.ts';
import { migrateThen } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import type { DemoLink } from '../demo/links.ts';
import { openDemo } from '../demo/open.ts';
import { openDemoFiles, type DemoFiles } from '../demo/seed-files.ts';
import { createServices, type Services } from '../services.ts';
import { serverNouns } from '../nouns.ts';
import { nameKinds } from './name-kinds.ts';
import { plugIn } from './plug-in.ts';
import { kindOf, requireDemo, requireReal } from './installation-kind.ts';

export interface OpenInstallation {
	services: Services;
	/** Ways in for the people of a demo; none in a real installation. */
	links: DemoLink[];
	/** Ends the services, then what was started for them. */
	close(): Promise<void>;
}

/**
 * Brings the installation up: its database running, migrated, and holding what was asked for.
 * @throws EmbeddedError, DatabaseError, WrongInstallation, each with a message for the person at the terminal
 */
export async function openInstallation({
	config,
	log,
	say,
	signal
}: {
	config: Config;
	log: Logger;
	say: (line: string) => void;
	signal?: AbortSignal;
}): Promise<OpenInstallation> {
	plugIn(serverNouns);
	// While the database is being made.
	const files = config.demo && isNew(config) ? openDemoFiles(config.files) : undefined;
	const database = await openDatabase(config, say, signal);
	const services = createServices({ config, databaseUrl: database.url, log });
	const close = async () => {
		await services.close();
		await database.close();
	};
	try {
		const links = await migrateThen(database.url, async () => {
			await nameKinds(services.db, modelNouns, serverNouns);
			return settle(services, say, files);
		});
		return { services, links, close };
	} catch (cause) {
		await close();
		throw cause;
	}
}

/** Whether the embedded database is still to be made. */
function isNew({ databaseUrl, dataDir }: Config): boolean {
	return !databaseUrl && !existsSync(join(dataDir, 'postgres'));
}

async function settle(services: Services, say: (line: string) => void, files: DemoFiles | undefined): Promise<DemoLink[]> {
	if (!services.config.demo) {
		await requireReal(services);
		return [];
	}
	await requireDemo(services);
	if (!(await kindOf(services))) say('Filling the demo with its network and people');
	return openDemo(services, files);
}
