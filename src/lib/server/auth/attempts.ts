import { RateLimiterMemory } from 'rate-limiter-flexible';
import { memoPer } from '../platform/memo.ts';
import { takePoint } from '../platform/take-point.ts';
import type { Services } from '../services.ts';
import { countedPlace } from './counted-place.ts';

/** Where an attempt comes from and whom it is about. */
export interface Attempt {
	account: string;
	address: string;
	/** The browser, where this very account has signed in before (see `known-device.ts`). */
	device?: string | null;
}

interface Limit {
	points: number;
	/** Seconds. */
	duration: number;
}

interface Limits {
	/** Attempts on one account from one place. */
	together: Limit;
	/** Attempts on one account from everywhere, browsers that it knows aside. */
	account: Limit;
	/** Attempts from one place on whomever: high, because fifty people sit behind one at a meeting. */
	place: Limit;
}

export interface Attempts {
	/** @throws TooMany with the seconds until the next attempt is allowed */
	count(attempt: Attempt): Promise<void>;
	/** The attempt was the right one: this place starts afresh, and the account gets its point back. */
	forgive(attempt: Attempt): Promise<void>;
}

/**
 * Whoever guesses from many places meets the limit of the account. It would keep out its owner too, so a browser that the
 * account knows has an allowance of its own, which nobody else can use up.
 */
function counted({ together, account, place }: Limits): Attempts {
	const [pairs, accounts, places] = [together, account, place].map((limit) => new RateLimiterMemory(limit)) as [
		RateLimiterMemory,
		RateLimiterMemory,
		RateLimiterMemory
	];
	const keysOf = ({ account, address, device }: Attempt) => {
		const owner = account.trim().toLowerCase();
		return { owner, pair: `${owner} ${device ? `device ${device}` : countedPlace(address)}` };
	};
	return {
		async count(attempt) {
			const { owner, pair } = keysOf(attempt);
			await takePoint(places, countedPlace(attempt.address));
			await takePoint(pairs, pair);
			if (!attempt.device) await takePoint(accounts, owner);
		},
		async forgive(attempt) {
			const { owner, pair } = keysOf(attempt);
			await pairs.delete(pair);
			if (!attempt.device) await accounts.reward(owner);
		}
	};
}

const minute = 60;
const hour = 60 * minute;
const quarter = 15 * minute;

/** The counters of this process. */
export const attempts = memoPer((_: Services) => ({
	password: counted({
		together: { points: 10, duration: quarter },
		account: { points: 25, duration: 6 * hour },
		place: { points: 1000, duration: quarter }
	}),
	/** A link holds an hour: whoever has used up the letters of an hour has one that still opens. */
	reset: counted({
		together: { points: 3, duration: hour },
		account: { points: 3, duration: hour },
		place: { points: 300, duration: quarter }
	})
}));
