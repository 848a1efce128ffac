import { NotFound, TooMany } from '../platform/errors.ts';
import { limitsOf } from '../platform/limits.ts';
import { cut, isStuck } from './stuck.ts';
import type { LiveSocket } from './live.ts';
import type { Services } from '../services.ts';

/** Messages of one socket that are worked on at a time. */
const atATime = 50;

const known = ['follow', 'leave', 'writing', 'unread', 'command'];

/**
 * Stands before everything a socket says: what nobody knows or what is too much is refused, a flood ends the line.
 * @param refuse answers a message, if it asked for an answer
 */
export function admit(socket: LiveSocket, services: Services, refuse: (answer: unknown, why: unknown) => void): void {
	const limits = limitsOf(services);
	const asker = { person: socket.data.person.id };
	socket.use(async ([name, ...words]: unknown[], next) => {
		const answer = words.at(-1);
		if (isStuck(socket)) return cut(socket, services, 'unread');
		try {
			await limits.count('message', asker);
		} catch (refused) {
			refuse(answer, refused);
			if (await limits.isFlood('message', asker)) cut(socket, services, 'flood');
			return;
		}
		if (!known.includes(String(name))) refuse(answer, new NotFound());
		else if (socket.data.underWay >= atATime) refuse(answer, new TooMany(1));
		else next();
	});
}
