import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '../services.ts';

const every = 500;

/** Repeats the work until the database has taken it, for as long as a database takes to come back. */
export async function retry({ log }: Pick<Services, 'log'>, work: () => Promise<void>, within = 60_000): Promise<void> {
	const deadline = performance.now() + within;
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (performance.now() > deadline) throw error;
			log.warn({ err: error }, 'mail: the database did not take an outcome; tried again');
			await pause(every, undefined, { ref: false });
		}
	}
}
