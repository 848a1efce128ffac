import { TooMany } from './errors.ts';

/**
 * Does the work of each name in the order of asking: what one name asks for at once waits behind its own, and never before
 * others'.
 * @param gone tells that nobody waits for it any more: then it is not begun
 * @throws TooMany when more than `waiting` wait under this name already, and what `work` throws
 */
export type Turns = <Result>(name: string, work: () => Promise<Result>, gone?: AbortSignal) => Promise<Result>;

/** Those of one name: how many run, and what begins the next that wait. */
export interface Queue {
	running: number;
	waiting: (() => void)[];
}

/**
 * @param atATime works of one name that run together
 * @param lines where the names stand for which something runs
 * @param full hears that somebody is refused
 */
export function turns({
	atATime,
	waiting,
	lines,
	full
}: {
	atATime: number;
	waiting: number;
	lines: Map<string, Queue>;
	full: () => void;
}): Turns {
	function begin(name: string): Promise<void> | undefined {
		const line = lines.get(name) ?? { running: 0, waiting: [] };
		lines.set(name, line);
		if (line.running < atATime) {
			line.running += 1;
			return undefined;
		}
		if (line.waiting.length >= waiting) {
			full();
			throw new TooMany(1);
		}
		const { promise, resolve } = Promise.withResolvers<void>();
		line.waiting.push(resolve);
		return promise;
	}

	function end(name: string): void {
		const line = lines.get(name);
		const next = line?.waiting.shift();
		if (next) next();
		else if (line && (line.running -= 1) === 0) lines.delete(name);
	}

	return async (name, work, gone) => {
		await begin(name);
		try {
			gone?.throwIfAborted();
			return await work();
		} finally {
			end(name);
		}
	};
}
