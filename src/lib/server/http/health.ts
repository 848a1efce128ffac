import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { isMigrated } from '../db/migrate.ts';
import type { Services } from '../services.ts';

const patience = 2000;

/** `/healthz`: the process is up. `/readyz`: it can serve, or what is missing for it. */
export function health(services: Pick<Services, 'sql' | 'feed'>, isStopping: () => boolean): Router {
	const router = Router();
	let migrated = false;

	async function lookAtDatabase(): Promise<boolean> {
		if (migrated) await services.sql`select 1`;
		else migrated = await isMigrated(services.sql);
		return true;
	}

	router.get('/healthz', (_request, response) => {
		response.set('cache-control', 'no-store').json({ status: 'up' });
	});
	router.get('/readyz', async (_request, response) => {
		const database = await Promise.race([lookAtDatabase().catch(() => false), pause(patience, false, { ref: false })]);
		const checks = { database, migrations: database && migrated, feed: services.feed.listening };
		const ready = Object.values(checks).every(Boolean) && !isStopping();
		response
			.status(ready ? 200 : 503)
			.set('cache-control', 'no-store')
			.json({ status: ready ? 'ready' : isStopping() ? 'stopping' : 'not ready', checks });
	});
	return router;
}
