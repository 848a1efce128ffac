import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Asker } from '../platform/limits.ts';

/** The request that is being answered. */
interface Asking {
	actor: Actor;
	/** The same one, as far as limits go. */
	asker: Asker;
	/** Set by a refusal: seconds until it may be asked again. */
	retryAfter: number | null;
}

/** Undefined where no page is being asked for. */
export const asking = new AsyncLocalStorage<Asking>();
