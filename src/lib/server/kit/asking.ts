import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '#lib/model/access/actor.ts';

const asked = new AsyncLocalStorage<Actor>();

/** Does the work of a request in the name of who asks. */
export function askedBy<T>(actor: Actor, work: () => T): T {
	return asked.run(actor, work);
}

/** Who asks; undefined where no page is being asked for. */
export function whoAsks(): Actor | undefined {
	return asked.getStore();
}
