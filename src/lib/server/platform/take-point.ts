import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { TooMany } from './errors.ts';

/** @throws TooMany with the seconds until there is a point again */
export async function takePoint(limiter: RateLimiterAbstract, key: string): Promise<void> {
	try {
		await limiter.consume(key);
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
	}
}
