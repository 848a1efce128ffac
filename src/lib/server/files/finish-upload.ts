import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { Transaction } from '../db/client.ts';
import { files, uploads } from '../db/schema/files.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { storeOf } from './contents.ts';
import { arrived, forget, incoming } from './incoming.ts';
import { examine, keepFile, tidy, type Examined } from './keep-file.ts';
import { presentFile } from './read.ts';
import { findUpload, type Upload } from './upload.ts';

/** One after the other, so that pictures never take the machine from those who write; each once however often it is asked for. */
const lineOf = memoPer((_: Services) => ({
	last: Promise.resolve() as Promise<unknown>,
	running: new Map<string, Promise<AttachedFile>>()
}));

/**
 * Makes a file of what was uploaded, once: asked again it answers the same.
 * @throws FileRefused; Conflict `incomplete` while bytes are missing; NotFound for what this person does not upload
 */
export async function finishUpload(services: Services, actor: Actor, id: string): Promise<AttachedFile> {
	const line = lineOf(services);
	const key = `${id} ${actor.kind === 'person' ? actor.id : ''}`;
	const running = line.running.get(key);
	if (running) return running;
	const work = line.last.then(() => finished(services, actor, id)).finally(() => line.running.delete(key));
	line.running.set(key, work);
	line.last = work.catch(() => {});
	return work;
}

async function finished(services: Services, actor: Actor, id: string): Promise<AttachedFile> {
	const done = await ownFile(services, actor, id);
	if (done) return done;
	const upload = await findUpload(services, actor, id);
	const path = incoming(services.config.files, id);
	const there = await arrived(services.config.files, id);
	if (there === null) throw new NotFound();
	if (there < upload.size) throw new Conflict('incomplete', there);
	const examined = await examine(path);
	try {
		const row = await kept(services, upload, examined);
		await forget(services.config.files, id);
		return presentFile(row);
	} finally {
		await tidy(examined);
	}
}

async function ownFile({ db }: Services, actor: Actor, id: string): Promise<AttachedFile | null> {
	if (actor.kind === 'visitor' || actor.suspended) throw new NotFound();
	const [row] = await db
		.select()
		.from(files)
		.where(and(sql`${files.id}::text = ${id}`, eq(files.ownerId, actor.id)));
	return row ? presentFile(row) : null;
}

async function kept(services: Services, upload: Upload, examined: Examined): Promise<typeof files.$inferSelect> {
	const store = await storeOf(services);
	return services.db.transaction(async (tx) => {
		const { id, size, name, ownerId, networkId, partnerId } = upload;
		const row = await keepFile(tx, store, examined, async () => ({
			id,
			size,
			name,
			ownerId,
			networkId,
			partnerId,
			createdAt: services.clock.now(),
			...(await versionAfter(tx, upload))
		}));
		await tx.delete(uploads).where(eq(uploads.id, id));
		return row;
	});
}

async function versionAfter(tx: Transaction, { id, replaces }: Upload): Promise<{ seriesId: string; version: number }> {
	if (replaces === null) return { seriesId: id, version: 1 };
	const versions = sql`${files.seriesId} = (select series_id from files where id = ${replaces})`;
	// Held, so that nobody else counts the same ones.
	await tx.select({ id: files.id }).from(files).where(versions).orderBy(files.version).for('update');
	const [next] = await tx
		.select({ seriesId: files.seriesId, version: sql<number>`max(${files.version}) + 1` })
		.from(files)
		.where(versions)
		.groupBy(files.seriesId);
	return next ? { seriesId: next.seriesId, version: Number(next.version) } : { seriesId: id, version: 1 };
}
