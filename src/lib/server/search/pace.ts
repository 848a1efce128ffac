import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Person } from '#lib/model/access/actor.ts';
import { TooMany } from '../platform/errors.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';

/** Searches of one person: as many as fast fingers ask for, and no more. */
const limits = { points: 80, duration: 20 };

const limiterOf = memoPer((_: Services) => new RateLimiterMemory(limits));

/** @throws TooMany with the seconds until the next search is answered */
export async function countSearch(services: Services, { id }: Pick<Person, 'id'>): Promise<void> {
	try {
		await limiterOf(services).consume(id);
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
	}
}
