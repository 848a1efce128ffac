import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FileType } from '#lib/model/files/kinds.ts';
import { cleanFileName, namedType } from '#lib/model/files/names.ts';
import type { Transaction } from '../db/client.ts';
import { fileRenditions, files } from '../db/schema/files.ts';
import { holdContents } from './contents.ts';
import { readPdf } from './pdf.ts';
import { renderBitmap, renderPicture, type Rendered } from './picture.ts';
import { recognise } from './recognise.ts';
import type { FileStore } from './store.ts';

/** What a file turned out to be, with what is to be shown of it in files beside it. */
export interface Examined {
	path: string;
	type: FileType;
	sha256: string;
	pages: number | null;
	shown: (Rendered & { sha256: string })[];
}

type Row = typeof files.$inferSelect;

/** Looks into a file of this machine, and makes of it what pages show. @throws FileRefused */
export async function examine(path: string): Promise<Examined> {
	const type = await recognise(path);
	const { pages, rendered } = await lookAt(path, type);
	const shown = await Promise.all(rendered.map(async (one) => ({ ...one, sha256: await hashOf(one.path) })));
	return { path, type, sha256: await hashOf(path), pages, shown };
}

async function lookAt(path: string, { kind, mime }: FileType): Promise<{ pages: number | null; rendered: Rendered[] }> {
	if (kind === 'picture') return { pages: null, rendered: await renderPicture(path, mime) };
	const pdf = kind === 'pdf' ? await readPdf(path) : null;
	return { pages: pdf?.pages ?? null, rendered: pdf ? await renderBitmap(pdf.first, path) : [] };
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

/** Takes away what was made to be shown; the file itself is its owner's. */
export async function tidy({ shown }: Examined): Promise<void> {
	for (const { path } of shown) await rm(path, { force: true });
}

/** Puts the contents into the store, then says in the database that they are there. */
export async function keepFile(
	tx: Transaction,
	store: FileStore,
	{ path, type, sha256, pages, shown }: Examined,
	about: () => Promise<Pick<Row, 'id' | 'size' | 'name' | 'ownerId' | 'networkId' | 'partnerId' | 'seriesId' | 'version' | 'createdAt'>>
): Promise<Row> {
	await holdContents(tx, [sha256, ...shown.map((one) => one.sha256)]);
	await store.put(sha256, path);
	for (const one of shown) await store.put(one.sha256, one.path);
	if (shown.length > 0) {
		const rows = shown.map(({ size, sha256: own, type: mime, width, height, bytes }) => ({
			of: sha256,
			size,
			sha256: own,
			type: mime,
			width,
			height,
			bytes
		}));
		await tx.insert(fileRenditions).values(rows).onConflictDoNothing();
	}
	const { name, ...rest } = await about();
	const its = namedType(name, type);
	const last = shown.at(-1);
	const [row] = await tx
		.insert(files)
		.values({
			...rest,
			sha256,
			type: its.mime,
			kind: its.kind,
			name: cleanFileName(name, its),
			width: last?.width ?? null,
			height: last?.height ?? null,
			pages
		})
		.returning();
	return row as Row;
}
