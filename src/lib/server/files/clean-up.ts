import { eq, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { fileRenditions, files, uploads } from '../db/schema/files.ts';
import { regularJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';
import { holdContents, storeOf, unnamed } from './contents.ts';
import { forget } from './incoming.ts';
import type { FileStore } from './store.ts';

const hour = 3_600_000;
/** How long a file may stand nowhere: a draft that waits for its author over a holiday keeps its own. */
const graceOfUnused = 30 * 24 * hour;
/** And once it was taken out of where it stood. */
const graceOfReleased = 48 * hour;
/** How long an upload may rest. */
const graceOfUploads = 48 * hour;
const atOnce = 100;

/**
 * Takes away files that stand nowhere and in the place of which no newer one stands, and what was never finished.
 * Killed in the middle it loses nothing: what remains is taken the next time.
 * @returns how many files and uploads went
 */
export async function cleanUpFiles(services: Services): Promise<{ files: number; uploads: number }> {
	const { db, clock, config } = services;
	const before = (grace: number) => new Date(clock.now().getTime() - grace).toISOString();
	const store = await storeOf(services);
	const stale = await db
		.delete(uploads)
		.where(lt(uploads.createdAt, new Date(before(graceOfUploads))))
		.returning({ id: uploads.id });
	for (const { id } of stale) await forget(config.files, id);
	const unused = await db.execute<{ id: string }>(sql`
		select id from files
		where (released_at < ${before(graceOfReleased)} or (released_at is null and created_at < ${before(graceOfUnused)}))
			and ${standsNowhere}
		order by created_at limit ${atOnce}`);
	let gone = 0;
	for (const { id } of unused) gone += await db.transaction((tx) => takenAway(tx, store, id));
	return { files: gone, uploads: stale.length };
}

const standsNowhere = sql`
	not exists (select 1 from files newer join file_uses used on used.file_id = newer.id
		where newer.series_id = files.series_id and newer.version >= files.version)
	and not exists (select 1 from uploads where uploads.replaces = files.id)`;

/** The contents go before the commit: a row whose content is gone is taken away the next time, a content without a row never. */
async function takenAway(tx: Transaction, store: FileStore, id: string): Promise<number> {
	const [file] = await tx.select({ sha256: files.sha256 }).from(files).where(eq(files.id, id));
	if (!file) return 0;
	const { sha256 } = file;
	const shown = await tx.select({ sha256: fileRenditions.sha256 }).from(fileRenditions).where(eq(fileRenditions.of, sha256));
	const contents = [...new Set([sha256, ...shown.map((one) => one.sha256)])];
	await holdContents(tx, contents);
	// Whoever puts it somewhere now waits; what was put before is seen by the next statement.
	await tx.select({ id: files.id }).from(files).where(eq(files.id, id)).for('update');
	const gone = await tx.execute(sql`delete from files where id = ${id} and ${standsNowhere} returning id`);
	if (gone.length === 0) return 0;
	const [same] = await tx.select({ id: files.id }).from(files).where(eq(files.sha256, sha256)).limit(1);
	if (same) return 1;
	await tx.delete(fileRenditions).where(eq(fileRenditions.of, sha256));
	for (const content of await unnamed(tx, contents)) await store.drop(content);
	return 1;
}

export const cleanUpJob = regularJob({
	name: 'files.cleanUp',
	cron: '41 * * * *',
	every: 60,
	run: async (services) => void (await cleanUpFiles(services))
});
