import { sql } from 'drizzle-orm';
import { regularJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';
import { holdContents, storeOf, unnamed } from './contents.ts';
import { lying, sweepAway } from './incoming.ts';

/** How long what no row names may lie: who was killed over it may come back to it. */
const grace = 48 * 3_600_000;

/**
 * Takes away what a process left that died between the bytes and the row that was to name them: contents that are
 * nobody's, and pieces of uploads that are not under way any more.
 */
export async function sweepFiles(services: Services): Promise<{ contents: number; pieces: number }> {
	const before = new Date(services.clock.now().getTime() - grace);
	return { contents: await sweepContents(services, before), pieces: await sweepPieces(services, before) };
}

async function sweepContents(services: Services, before: Date): Promise<number> {
	const { db } = services;
	const store = await storeOf(services);
	let gone = 0;
	for await (const some of store.list()) {
		const old = some.filter(({ at }) => at < before).map(({ sha256 }) => sha256);
		for (const sha256 of await unnamed(db, old)) {
			gone += await db.transaction(async (tx) => {
				await holdContents(tx, [sha256]);
				// Somebody may have brought the same meanwhile.
				if ((await unnamed(tx, [sha256])).length === 0) return 0;
				await store.drop(sha256);
				return 1;
			});
		}
	}
	return gone;
}

async function sweepPieces({ db, config }: Services, before: Date): Promise<number> {
	const pieces = await lying(config.files, before);
	if (pieces.length === 0) return 0;
	const open = await db.execute<{ id: string }>(sql`
		select id::text from uploads where id::text = any(${sql.param(pieces.map(({ upload }) => upload))}::text[])`);
	const underWay = new Set(open.map(({ id }) => id));
	const left = pieces.filter(({ upload }) => !underWay.has(upload));
	for (const { name } of left) await sweepAway(config.files, name);
	return left.length;
}

export const sweepJob = regularJob({
	name: 'files.sweep',
	cron: '53 3 * * *',
	every: 60,
	run: async (services) => void (await sweepFiles(services))
});
