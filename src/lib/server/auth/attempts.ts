import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from '../platform/errors.ts';
import type { Services } from '../services.ts';

/** Where an attempt comes from and whom it is about. */
export interface Attempt {
	account: string;
	address: string;
}

interface Limits {
	/** Attempts on one account from one address. */
	together: number;
	/** Attempts from one address on whomever: high, because fifty people sit behind one at a meeting. */
	address: number;
	seconds: number;
}

export interface Attempts {
	/** @throws TooMany with the seconds until the next attempt is allowed */
	count(attempt: Attempt): Promise<void>;
	/** The attempt was the right one: the account starts afresh. */
	forgive(attempt: Attempt): Promise<void>;
}

function counted({ together, address, seconds }: Limits): Attempts {
	const pair = new RateLimiterMemory({ points: together, duration: seconds });
	const place = new RateLimiterMemory({ points: address, duration: seconds });
	const key = ({ account, address }: Attempt) => `${account.trim().toLowerCase()} ${address}`;
	return {
		async count(attempt) {
			try {
				await place.consume(attempt.address);
				await pair.consume(key(attempt));
			} catch (refused) {
				if (!(refused instanceof RateLimiterRes)) throw refused;
				throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
			}
		},
		async forgive(attempt) {
			await pair.delete(key(attempt));
		}
	};
}

const quarter = 15 * 60;

function build() {
	return {
		password: counted({ together: 10, address: 1000, seconds: quarter }),
		reset: counted({ together: 5, address: 300, seconds: quarter })
	};
}

const built = new WeakMap<Services, ReturnType<typeof build>>();

/** The counters of this process. */
export function attempts(services: Services): ReturnType<typeof build> {
	const known = built.get(services) ?? build();
	built.set(services, known);
	return known;
}
