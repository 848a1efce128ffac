import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Services } from '../services.ts';
import { memoPer, sharedPer } from './memo.ts';
import { takePoint } from './take-point.ts';
import { turns, type Queue } from './turns.ts';

/** How much of one thing somebody may ask of a process. */
interface Limit {
	/** So often in so many seconds. */
	points: number;
	seconds: number;
	/** So many of them run at a time, and so many wait behind them. */
	atATime: number;
	waiting: number;
}

/**
 * What one person may ask for, over all their lines and browsers together. Nobody meets these with their hands: a page asks for
 * about five things when its line comes back, and somebody may have thirty open. How many run at a time is what keeps one
 * person's burst from slowing others; how often is what ends it.
 */
const ofPersons = {
	/** Whatever a live line says. */
	message: { points: 1500, seconds: 10, atATime: Infinity, waiting: 0 },
	line: { points: 300, seconds: 60, atATime: 10, waiting: 100 },
	/** What was missed, and what is unread. */
	catchUp: { points: 600, seconds: 30, atATime: 1, waiting: 200 },
	write: { points: 600, seconds: 60, atATime: 4, waiting: 200 },
	page: { points: 400, seconds: 30, atATime: 1, waiting: 60 },
	/** Whatever form is sent. What it writes is counted by its action, which gives back what was typed, and refuses before. */
	form: { points: 1200, seconds: 60, atATime: 1, waiting: 200 },
	search: { points: 80, seconds: 20, atATime: 1, waiting: 20 },
	file: { points: 1500, seconds: 60, atATime: 8, waiting: 200 },
	/** Whatever is said about files on their way; their bytes are counted by the quota. */
	upload: { points: 1000, seconds: 60, atATime: 4, waiting: 60 },
	finish: { points: 300, seconds: 60, atATime: 1, waiting: 60 }
} satisfies Record<string, Limit>;

/** Of those who are not signed in, by where they are: at a meeting hundreds sign in behind one address. */
const ofPlaces: Partial<Record<Share, Pick<Limit, 'points' | 'atATime' | 'waiting'>>> = {
	page: { points: 4000, atATime: 8, waiting: 1000 },
	write: { points: 4000, atATime: 8, waiting: 1000 },
	form: { points: 8000, atATime: 8, waiting: 1000 },
	file: { points: 4000, atATime: 8, waiting: 1000 },
	upload: { points: 4000, atATime: 4, waiting: 60 }
};

export type Share = keyof typeof ofPersons;

/** Who asks: somebody by their id, or a place from which somebody asks who is not known. */
export type Asker = { person: string } | { place: string };

export interface Limits {
	/** @throws TooMany with the seconds until one more is allowed */
	count(share: Share, asker: Asker): Promise<void>;
	/** Does the work behind what the same asker has asked for of this kind. @throws TooMany when too much waits */
	inTurn<Result>(share: Share, asker: Asker, work: () => Promise<Result>, gone?: AbortSignal): Promise<Result>;
	/** Both. */
	take<Result>(share: Share, asker: Asker, work: () => Promise<Result>, gone?: AbortSignal): Promise<Result>;
	/** Whether they went on to twice as much although they were refused: no page of ours does. */
	isFlood(share: Share, asker: Asker): Promise<boolean>;
}

/** What is counted: once in a process, whose two module graphs each refuse by an error of their own. */
const counted = sharedPer('limits', (_: Services) => new Map<string, { rate: RateLimiterMemory; lines: Map<string, Queue> }>());

/** The limits of this process. */
export const limitsOf = memoPer((services: Services): Limits => {
	const { config, metrics } = services;

	function limitOf(share: Share, asker: Asker) {
		const ofPlace = 'place' in asker;
		const { seconds, atATime, waiting, ...limit } = { ...ofPersons[share], ...(ofPlace && ofPlaces[share]) };
		const points = limit.points * config.limits;
		const name = `${share} of a ${ofPlace ? 'place' : 'person'}`;
		const known = counted(services).get(name) ?? { rate: new RateLimiterMemory({ points, duration: seconds }), lines: new Map() };
		counted(services).set(name, known);
		return { ...known, points, atATime, waiting, key: ofPlace ? asker.place : asker.person };
	}

	const limits: Limits = {
		async count(share, asker) {
			const { rate, key } = limitOf(share, asker);
			try {
				await takePoint(rate, key);
			} catch (refused) {
				metrics.limited.inc({ kind: share });
				throw refused;
			}
		},
		inTurn(share, asker, work, gone) {
			const { key, atATime, waiting, lines } = limitOf(share, asker);
			return turns({ atATime, waiting, lines, full: () => metrics.limited.inc({ kind: share }) })(key, work, gone);
		},
		async take(share, asker, work, gone) {
			await limits.count(share, asker);
			return limits.inTurn(share, asker, work, gone);
		},
		async isFlood(share, asker) {
			const { points, rate, key } = limitOf(share, asker);
			return ((await rate.get(key))?.consumedPoints ?? 0) >= 2 * points;
		}
	};
	return limits;
});
