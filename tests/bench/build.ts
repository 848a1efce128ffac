import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sql } from 'postgres';
import { root } from '../support/sources.ts';
import { startServer, type ServerProcess } from './server-process.ts';

/** Fills an empty, migrated database. */
export type Seed = (sql: Sql) => Promise<void>;

/** A build of the product: the one that these sources belong to, or an earlier one in a folder of its own. */
export interface Build {
	folder: string;
	/** How it is told what somebody has read: up to one number, or by ranges of them. */
	reads: 'cursors' | 'ranges';
	migrate(databaseUrl: string): Promise<void>;
	seeds: Record<'small' | 'large' | 'search', Seed>;
	/** @param limits see `Starting` */
	start(databaseUrl: string, limits?: number): Promise<ServerProcess>;
}

/**
 * The build in this folder, which has its own `node_modules` and is built. Each build makes and fills its databases by
 * itself: their tables differ.
 */
export async function buildIn(folder: string = root): Promise<Build> {
	const place = resolve(folder);
	const load = <Module>(file: string) => import(pathToFileURL(join(place, file)).href) as Promise<Module>;
	if (!existsSync(join(place, 'build/handler.js'))) throw new Error(`${place} is not built: run npm run build there.`);
	const [{ migrateDatabase }, { seedSmall, seedLarge }, { seedSearch }] = await Promise.all([
		load<{ migrateDatabase: Build['migrate'] }>('src/lib/server/db/migrate.ts'),
		load<{ seedSmall: Seed; seedLarge: Seed }>('tests/bench/seed/installations.ts'),
		load<{ seedSearch: Seed }>('tests/bench/seed/search.ts')
	]);
	return {
		folder: place,
		reads: hasTable(place, 'read_states') ? 'ranges' : 'cursors',
		migrate: migrateDatabase,
		seeds: { small: seedSmall, large: seedLarge, search: seedSearch },
		start: (databaseUrl, limits) => startServer('src/server.ts', { folder: place, databaseUrl, ready: '/readyz', limits })
	};
}

function hasTable(folder: string, name: string): boolean {
	const migrations = readdirSync(join(folder, 'drizzle')).filter((file) => file.endsWith('.sql'));
	return migrations.some((file) => readFileSync(join(folder, 'drizzle', file), 'utf8').includes(`CREATE TABLE "${name}"`));
}
