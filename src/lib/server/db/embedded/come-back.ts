import { setTimeout as pause } from 'node:timers/promises';

const firstPause = 250;
const longestPause = 30_000;
/** A life as long as this says that the trouble before it is over. */
const longLife = 60_000;

/**
 * Starts again what died: at once, then after pauses that double with every failure and every short life,
 * so that a database that cannot live (a full disk, a broken file) is tried for ever but never in a rush.
 */
export function comingBack(start: () => Promise<unknown>, log: (line: string) => void, signal: AbortSignal): () => Promise<void> {
	let troubles = 0;
	let since = -Infinity;

	return async () => {
		if (Date.now() - since > longLife) troubles = 0;
		log('The embedded PostgreSQL is gone; starting it again');
		while (!signal.aborted) {
			const rest = troubles === 0 ? 0 : Math.min(longestPause, firstPause * 2 ** (troubles - 1));
			troubles += 1;
			try {
				await pause(rest, undefined, { signal });
				await start();
				since = Date.now();
				log('The embedded PostgreSQL is back');
				return;
			} catch (cause) {
				if (!signal.aborted) log((cause as Error).message);
			}
		}
	};
}
