import { eq } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { ThreadSubject } from '#lib/model/threads/thread-subject.ts';
import type { Database, Transaction } from '../db/client.ts';
import { streams } from '../db/schema/streams.ts';
import { NotFound } from '../platform/errors.ts';
import { sharedPer } from '../platform/memo.ts';
import { ttlCache } from '../platform/ttl-cache.ts';

/** A thread: the stream it is made of, what it hangs on, and who may hear it. */
export interface ThreadOfSubject extends ThreadSubject {
	stream: string;
	/** Id of what it hangs on, among those of its kind. */
	subjectId: string;
}

/** The same for everybody: asked with every post, and after a break by all at once. */
const knownOn = sharedPer('threads', (_: Database) => ttlCache<ThreadOfSubject>(2000));

function known(db: Database, stream: string): Promise<ThreadOfSubject> {
	return knownOn(db)(stream, () => read(db, stream));
}

async function read(db: Database | Transaction, stream: string): Promise<ThreadOfSubject> {
	const [found] = await db.select().from(streams).where(eq(streams.id, stream));
	if (!found?.networkId) throw new NotFound();
	const { kind, subjectId, networkId, audience } = found;
	return { stream, kind, subjectId, network: networkId, audience };
}

function forActor(thread: ThreadOfSubject, actor: Actor): ThreadOfSubject {
	if (!isAmong(actor, thread.audience)) throw new NotFound();
	return thread;
}

/**
 * The thread to read or write in, as this actor may see it; what is known of it may be two seconds old.
 * @throws NotFound when there is none, or none that this actor may know of
 */
export async function threadAt(db: Database, actor: Actor, stream: string): Promise<ThreadOfSubject> {
	return forActor(await known(db, stream), actor);
}

/**
 * The same as it is now, for a command that changes something of it. Asked within its transaction: who waits there for
 * another connection may wait for one that waits for them.
 * @throws NotFound when there is none, or none that this actor may know of
 */
export async function threadToChange(tx: Transaction, actor: Actor, stream: string): Promise<ThreadOfSubject> {
	return forActor(await read(tx, stream), actor);
}

/** The groups that may hear a thread; null where the stream is none. */
export async function audienceOf(db: Database, stream: string): Promise<readonly string[] | null> {
	try {
		return (await known(db, stream)).audience;
	} catch (error) {
		if (error instanceof NotFound) return null;
		throw error;
	}
}

/** Who may hear a thread has changed: it is asked anew. */
export function forgetThread(db: Database, stream: string): void {
	knownOn(db).forget(stream);
}
