import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor } from '#lib/model/access/actor.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { finishUpload } from './finish-upload.ts';
import { receive } from './incoming.ts';
import { FileRefused } from './refused.ts';
import { beginUpload, cancelUpload, findUpload } from './upload.ts';

/** A file that came whole with a form, and the command that the form is for. */
interface Sent {
	network: string;
	commandId: string;
	file: File;
}

/** What is being taken, by its id. */
const underWay = memoPer((_: Services) => new Map<string, Promise<AttachedFile>>());

/**
 * Makes a file of what came with a form, for who sends it without scripts. A form that is sent twice makes it once.
 * @throws Forbidden, FileRefused
 */
export async function takeFile(services: Services, actor: Actor, { network, commandId, file }: Sent): Promise<AttachedFile> {
	const bytes = Buffer.from(await file.arrayBuffer());
	const id = idOf(actor.kind === 'person' ? actor.id : '', commandId, file.name, bytes);
	const running = underWay(services);
	const work = running.get(id) ?? taken(services, actor, { id, network, name: file.name, bytes }).finally(() => running.delete(id));
	running.set(id, work);
	return work;
}

/** A UUID that follows from who sends which bytes for which command. */
function idOf(...from: (string | Buffer)[]): string {
	const hash = createHash('sha256');
	for (const part of from) hash.update(part).update('\n');
	const id = hash.digest().subarray(0, 16);
	id[6] = ((id[6] ?? 0) & 0x0f) | 0x80;
	id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
	return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

interface Whole {
	id: string;
	network: string;
	name: string;
	bytes: Buffer;
}

async function taken(services: Services, actor: Actor, { id, network, name, bytes }: Whole): Promise<AttachedFile> {
	const there = await finishUpload(services, actor, id).catch(notThere);
	if (there) return there;
	// What a process that was killed left is written anew.
	const begun = await findUpload(services, actor, id).catch(notThere);
	if (!begun) await beginUpload(services, actor, { id, network, name, size: bytes.length });
	await receive(services.config.files, id, Readable.from([bytes]), 0);
	try {
		return await finishUpload(services, actor, id);
	} catch (error) {
		if (error instanceof FileRefused) await cancelUpload(services, actor, id);
		throw error;
	}
}

function notThere(error: unknown): null {
	if (error instanceof NotFound || (error instanceof Conflict && error.reason === 'incomplete')) return null;
	throw error;
}
