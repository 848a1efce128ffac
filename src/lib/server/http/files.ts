import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { isPictureSize } from '#lib/model/files/attached.ts';
import { fileTypeOf, fileTypes } from '#lib/model/files/kinds.ts';
import { storeOf } from '../files/contents.ts';
import { readableFile, readablePicture, versionsOf, type ReadableFile } from '../files/read.ts';
import type { ByteRange } from '../files/store.ts';
import type { Services } from '../services.ts';
import { shared } from './share.ts';
import { actorOfRequest } from './who.ts';

/**
 * `/files/<id>/<name>` and `/files/<id>/<size>`: each request asks anew whether this person may read the file where it
 * stands. Of a picture nobody gets what was uploaded, but what was made of it.
 */
export function filesPage(services: Services): Router {
	const router = Router();
	router.get('/files/:id/versions', async (request, response, next) => {
		const id = z.uuid().safeParse(request.params.id);
		const actor = await actorOfRequest(services, request);
		const ask = async () => (id.success ? versionsOf(services.db, actor, id.data) : []);
		const versions = await shared(services, { request, response, actor, share: 'file' }, ask);
		if (!versions) return;
		if (versions.length === 0) return notHere(request, response, next);
		response.set('cache-control', 'private, no-cache').json(versions);
	});
	router.get('/files/:id/:name', async (request, response, next) => {
		const actor = await actorOfRequest(services, request);
		// Looked for in turn: sending takes as long as the line does.
		const looked = await shared(services, { request, response, actor, share: 'file' }, async () => ({
			file: await wanted(services, actor, request)
		}));
		if (!looked) return;
		if (!looked.file) return notHere(request, response, next);
		await send(services, request, response, looked.file);
	});
	return router;
}

async function wanted(services: Services, actor: Actor, request: Request): Promise<ReadableFile | null> {
	const id = z.uuid().safeParse(request.params.id);
	if (!id.success) return null;
	const name = String(request.params.name);
	if (isPictureSize(name)) return readablePicture(services.db, actor, id.data, name);
	const file = await readableFile(services.db, actor, id.data);
	return file?.kind === 'picture' ? readablePicture(services.db, actor, id.data, 'whole') : file;
}

/** The same for what is not there and for what is not for this person: the pages say it in words. */
const notHere: RequestHandler = (request, _response, next) => {
	request.url = '/-/nowhere';
	next();
};

async function send(services: Services, request: Request, response: Response, file: ReadableFile): Promise<void> {
	response.set({
		'content-type': file.type === fileTypes.txt.mime || file.type === fileTypes.csv.mime ? `${file.type}; charset=utf-8` : file.type,
		'content-disposition': disposition(file, 'download' in request.query),
		'content-security-policy': file.kind === 'pdf' && file.type === fileTypes.pdf.mime ? pdfPolicy : "default-src 'none'; sandbox",
		'cross-origin-resource-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
		'accept-ranges': 'bytes',
		// Whoever may not read it any more must not have it from memory either.
		'cache-control': 'private, no-cache',
		vary: 'cookie',
		etag: `"${file.sha256}"`
	});
	if (request.fresh) {
		response.status(304).end();
		return;
	}
	const span = spanOf(request, file);
	if (span === 'beyond') {
		response.status(416).set('content-range', `bytes */${file.size}`).end();
		return;
	}
	if (span) response.status(206).set('content-range', `bytes ${span.start}-${span.end}/${file.size}`);
	response.set('content-length', String(span ? span.end - span.start + 1 : file.size));
	if (request.method === 'HEAD') {
		response.end();
		return;
	}
	const store = await storeOf(services);
	await pipeline(await store.read(file.sha256, span ?? undefined), response).catch((cause: NodeJS.ErrnoException) => {
		// Who went away in the middle is not in trouble; a content that breaks off is.
		if (cause.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw cause;
	});
}

/** The viewer of the browser works in no sandbox; it is one itself. */
const pdfPolicy =
	"default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function disposition({ name, kind, type }: ReadableFile, download: boolean): string {
	const [ending = 'bin'] = fileTypeOf(type)?.endings ?? [];
	const fits = fileTypeOf(type)?.endings.some((one) => name.endsWith(`.${one}`));
	const shown = fits ? name : `${name.replace(/\.[^.]+$/, '')}.${ending}`;
	const inline = !download && (kind === 'picture' || kind === 'pdf');
	const plain = shown.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const exact = encodeURIComponent(shown).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
	return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** The part that is asked for, if it is one and the file is still the same. */
function spanOf(request: Request, { size, sha256 }: ReadableFile): ByteRange | null | 'beyond' {
	const { range, 'if-range': unless } = request.headers;
	if (range === undefined || (unless !== undefined && unless !== `"${sha256}"`)) return null;
	const spans = request.range(size);
	if (spans === -1) return 'beyond';
	if (spans === undefined || spans === -2 || spans.type !== 'bytes' || spans.length !== 1) return null;
	return spans[0] ?? null;
}
