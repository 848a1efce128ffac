import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { startEmbedded } from './embedded/index.ts';
import { reach } from './reach.ts';

export interface OpenDatabase {
	url: string;
	/** Ends what was started for it: the embedded PostgreSQL, when nobody else uses it. */
	close(): Promise<void>;
}

/** The database of the installation: the given one, or the embedded one in the data folder. */
export async function openDatabase(
	{ databaseUrl, dataDir }: Config,
	say: (line: string) => void,
	signal?: AbortSignal
): Promise<OpenDatabase> {
	if (databaseUrl) {
		await reach(databaseUrl, { say, signal });
		return { url: databaseUrl, close: async () => {} };
	}
	const embedded = await startEmbedded({ dir: join(dataDir, 'postgres'), log: say });
	if (embedded.adopted) say('The database was running already');
	return { url: embedded.url, close: () => embedded.stop() };
}
