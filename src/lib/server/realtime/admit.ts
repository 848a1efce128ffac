import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { NotFound, TooMany } from '../platform/errors.ts';
import { cut, isStuck } from './stuck.ts';
import type { LiveSocket } from './live.ts';
import type { Services } from '../services.ts';

/** Messages that a socket may send in so many seconds: far above what a person's pages need. */
const allowed = { points: 1500, duration: 10 };
/** Who goes on to this many is no page of ours. */
const flood = 2 * allowed.points;
/** Messages of one socket that are worked on at a time. */
const atATime = 50;

const known = ['follow', 'leave', 'writing', 'unread', 'command'];
const rate = new RateLimiterMemory(allowed);

/**
 * Stands before everything a socket says: what nobody knows or what is too much is refused, a flood ends the line.
 * @param refuse answers a message, if it asked for an answer
 */
export function admit(socket: LiveSocket, services: Pick<Services, 'metrics'>, refuse: (answer: unknown, why: unknown) => void): void {
	socket.use(async ([name, ...words]: unknown[], next) => {
		const answer = words.at(-1);
		if (isStuck(socket)) return cut(socket, services, 'unread');
		try {
			await rate.consume(socket.id);
		} catch (limit) {
			if (!(limit instanceof RateLimiterRes)) throw limit;
			refuse(answer, new TooMany(Math.max(1, Math.ceil(limit.msBeforeNext / 1000))));
			if (limit.consumedPoints >= flood) cut(socket, services, 'flood');
			return;
		}
		if (!known.includes(String(name))) refuse(answer, new NotFound());
		else if (socket.data.underWay >= atATime) refuse(answer, new TooMany(1));
		else next();
	});
}
