import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/actor.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { FileType } from '#lib/model/files/kinds.ts';
import { cleanFileName } from '#lib/model/files/names.ts';
import type { Transaction } from '../db/client.ts';
import { fileRenditions, files, uploads } from '../db/schema/files.ts';
import { Conflict, NotFound } from '../errors.ts';
import { oncePer } from '../once-per.ts';
import type { Services } from '../services.ts';
import { arrived, forget, incoming } from './incoming.ts';
import { readPdf } from './pdf.ts';
import { renderBitmap, renderPicture, type Rendered } from './picture.ts';
import { presentFile } from './read.ts';
import { recognise } from './recognise.ts';
import { openStore } from './store.ts';
import { findUpload, type Upload } from './upload.ts';

/** Contents come and go while nobody else does the same, so that none goes that just came again. */
export const contentLock = sql`select pg_advisory_xact_lock(5717, 20)`;

export const storeOf = oncePer(({ config }: Services) => openStore(config.files));

/** One after the other, so that pictures never take the machine from those who write; each once however often it is asked for. */
const lineOf = oncePer((_: Services) => ({ last: Promise.resolve() as Promise<unknown>, running: new Map<string, Promise<AttachedFile>>() }));

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
	const type = await recognise(path);
	const look = await lookAt(path, type);
	try {
		const row = await kept(services, upload, { type, sha256: await hashOf(path), look });
		await forget(services.config.files, id);
		return presentFile(row);
	} finally {
		for (const { path } of look.rendered) await rm(path, { force: true });
	}
}

async function ownFile({ db }: Services, actor: Actor, id: string): Promise<AttachedFile | null> {
	if (actor.kind === 'visitor' || actor.suspended) throw new NotFound();
	const [row] = await db.select().from(files).where(and(sql`${files.id}::text = ${id}`, eq(files.ownerId, actor.id)));
	return row ? presentFile(row) : null;
}

interface Look {
	pages: number | null;
	rendered: Rendered[];
}

async function lookAt(path: string, { kind, mime }: FileType): Promise<Look> {
	if (kind === 'picture') return { pages: null, rendered: await renderPicture(path, mime) };
	const pdf = kind === 'pdf' ? await readPdf(path) : null;
	return { pages: pdf?.pages ?? null, rendered: pdf ? await renderBitmap(pdf.first, path) : [] };
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

/** Puts the contents into the store, then says in the database that they are there. */
async function kept(services: Services, upload: Upload, { type, sha256, look }: { type: FileType; sha256: string; look: Look }): Promise<typeof files.$inferSelect> {
	const { db, config, clock } = services;
	const store = await storeOf(services);
	const shown = await Promise.all(look.rendered.map(async (one) => ({ ...one, sha256: await hashOf(one.path) })));
	const last = shown.at(-1);
	return db.transaction(async (tx) => {
		await tx.execute(contentLock);
		await store.put(sha256, incoming(config.files, upload.id));
		for (const one of shown) await store.put(one.sha256, one.path);
		if (shown.length > 0) {
			await tx
				.insert(fileRenditions)
				.values(shown.map(({ size, sha256: own, type: mime, width, height, bytes }) => ({ of: sha256, size, sha256: own, type: mime, width, height, bytes })))
				.onConflictDoNothing();
		}
		const [row] = await tx
			.insert(files)
			.values({
				id: upload.id,
				sha256,
				size: upload.size,
				type: type.mime,
				kind: type.kind,
				name: cleanFileName(upload.name, type),
				ownerId: upload.ownerId,
				networkId: upload.networkId,
				partnerId: upload.partnerId,
				width: last?.width ?? null,
				height: last?.height ?? null,
				pages: look.pages,
				createdAt: clock.now(),
				...(await versionAfter(tx, upload))
			})
			.returning();
		await tx.delete(uploads).where(eq(uploads.id, upload.id));
		return row!;
	});
}

/** The content lock is held: nobody else counts the same versions. */
async function versionAfter(tx: Transaction, { id, replaces }: Upload): Promise<{ seriesId: string; version: number }> {
	if (replaces === null) return { seriesId: id, version: 1 };
	const [next] = await tx
		.select({ seriesId: files.seriesId, version: sql<number>`max(${files.version}) + 1` })
		.from(files)
		.where(sql`${files.seriesId} = (select series_id from files where id = ${replaces})`)
		.groupBy(files.seriesId);
	return next ? { seriesId: next.seriesId, version: Number(next.version) } : { seriesId: id, version: 1 };
}
