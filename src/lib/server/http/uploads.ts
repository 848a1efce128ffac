import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { MemoryLocker, Server } from '@tus/server';
import { DataStore, Upload } from '@tus/utils';
import { Router, type RequestHandler } from 'express';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { noteRefusal } from '../audit/note-refusal.ts';
import { DomainError, NotFound } from '../platform/errors.ts';
import { finishUpload } from '../files/finish-upload.ts';
import { arrived, receive } from '../files/incoming.ts';
import { FileRefused } from '../files/refused.ts';
import { roomFor } from '../files/room.ts';
import { beginUpload, cancelUpload, findUpload } from '../files/upload.ts';
import type { Services } from '../services.ts';
import { shared } from './share.ts';
import { actorOfRequest, ownOrigin } from './who.ts';

const path = '/uploads';
/** Who comes back after a broken line takes the upload over from the request that hangs. */
const locker = new MemoryLocker();

/**
 * Takes files in, by the protocol tus 1.0, which goes on where a line broke. `GET` says how much may come; of an upload, it makes
 * the file of it and answers with what stands beside a text; it can be asked again.
 */
export function uploadRoutes(services: Services): Router {
	const router = Router();
	router.use(path, ownOrigin, readableWords, known(services));
	router.get(path, async (request, response, next) => {
		if (request.method === 'HEAD') return next();
		const actor = actors.get(request) ?? visitor;
		const room = await roomFor(services, actor, String(request.query.network)).catch(refusedTo(services, actor));
		if ('status_code' in room) response.status(room.status_code).type('text/plain').send(room.body);
		else response.set('cache-control', 'no-store').json(room);
	});
	router.get(`${path}/:id`, async (request, response, next) => {
		// The protocol asks this way how far it has come.
		if (request.method === 'HEAD') return next();
		const actor = actors.get(request) ?? visitor;
		// A picture is made smaller, a document read: one after the other.
		const file = await shared(services, { request, response, actor, share: 'finish' }, () =>
			finishUpload(services, actor, request.params.id).catch(refusedTo(services, actor))
		);
		if (!file) return;
		if ('status_code' in file) response.status(file.status_code).type('text/plain').send(file.body);
		else response.set('cache-control', 'no-store').json(file);
	});
	router.use(path, (request, response, next) => {
		tusFor(services, actors.get(request) ?? visitor)
			.handle(request, response)
			.catch(next);
	});
	return router;
}

/** What is said of a file is UTF-8, or it is not taken at all. */
const readableWords: RequestHandler = ({ headers }, response, next) => {
	const pairs = String(headers['upload-metadata'] ?? '').split(',');
	const utf8 = new TextDecoder('utf-8', { fatal: true });
	try {
		for (const pair of pairs) utf8.decode(Buffer.from(pair.trim().split(' ')[1] ?? '', 'base64'));
	} catch {
		response.status(400).type('text/plain').send('invalid');
		return;
	}
	next();
};

/** Who asked, from one step of a request to the next. */
const actors = new WeakMap<object, Actor>();

function known(services: Services): RequestHandler {
	return async (request, response, next) => {
		const actor = await actorOfRequest(services, request);
		actors.set(request, actor);
		if (await shared(services, { request, response, actor, share: 'upload' }, async () => true)) next();
	};
}

/** One for each request, in the name of who asks: but for the locks nothing is held between two of them. */
function tusFor(services: Services, actor: Actor): Server {
	return new Server({
		path,
		relativeLocation: true,
		locker,
		datastore: new Incoming(services, actor),
		allowedOrigins: () => false,
		namingFunction: () => randomUUID(),
		maxSize: services.config.files.largest,
		onResponseError: (_request, error) => refusedTo(services, actor)(error)
	});
}

function refusedTo(services: Services, actor: Actor) {
	return (error: unknown): Refused => {
		noteRefusal(services, actor, error);
		return refused(error);
	};
}

interface Refused {
	status_code: number;
	body: string;
}

/** Why not, in a word that the page has a sentence for. */
function refused(error: unknown): Refused {
	if (error instanceof FileRefused)
		return { status_code: error.reason === 'too_large' ? 413 : error.reason === 'quota' ? 507 : 422, body: error.reason };
	if (error instanceof DomainError) return { status_code: error.status, body: error.code };
	const { status_code, body } = error as { status_code?: number; body?: string };
	if (status_code === 413) return { status_code, body: 'too_large' };
	if (status_code !== undefined && body !== undefined) return { status_code, body };
	throw error;
}

class Incoming extends DataStore {
	override extensions = ['creation', 'termination'];
	#services: Services;
	#actor: Actor;

	constructor(services: Services, actor: Actor) {
		super();
		this.#services = services;
		this.#actor = actor;
	}

	override async create(upload: Upload): Promise<Upload> {
		const { id, size, metadata } = upload;
		const { filename, network, replaces } = metadata ?? {};
		await beginUpload(this.#services, this.#actor, { id, size, name: filename ?? '', network, replaces: replaces || null });
		return upload;
	}

	override async getUpload(id: string): Promise<Upload> {
		const { size } = await findUpload(this.#services, this.#actor, id);
		const offset = await arrived(this.#services.config.files, id);
		if (offset === null) throw new NotFound();
		return new Upload({ id, size, offset });
	}

	override async write(stream: Readable, id: string, offset: number): Promise<number> {
		await findUpload(this.#services, this.#actor, id);
		return receive(this.#services.config.files, id, stream, offset);
	}

	override async remove(id: string): Promise<void> {
		await cancelUpload(this.#services, this.#actor, id);
	}
}
