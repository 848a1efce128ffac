import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Sql } from 'postgres';
import { wasRefused } from '../../db/refusal.ts';
import { nextBatch } from './next-batch.ts';

interface Pace {
	/** Subjects at a time: what comes in between waits no longer than for these. */
	most: number;
	/** For every second of work so many of rest: people come first. */
	rest: number;
	signal?: AbortSignal;
	/** Hears after every batch how many changes were seen. */
	told?: (changes: number) => void;
}

/** Brings the index up to date, batch by batch. What cannot be indexed is passed over, so that it holds up nothing else. */
export async function catchUp(sql: Sql, log: Logger, { most, rest, signal, told = () => {} }: Pace): Promise<void> {
	let size = most;
	let pass = false;
	while (!signal?.aborted) {
		const began = performance.now();
		try {
			const seen = await nextBatch(sql, { most: size, pass });
			if (seen === 0) return;
			told(seen);
			[size, pass] = [most, false];
		} catch (error) {
			if (pass || !isAboutTheSubject(error)) throw error;
			if (size === 1) log.error({ err: error }, 'something cannot be indexed and is passed over');
			[size, pass] = [1, size === 1];
		}
		if (rest > 0) await pause(rest * (performance.now() - began), undefined, { signal }).catch(() => {});
	}
}

/** A database that is gone or busy comes back: what waits is done then. */
function isAboutTheSubject(error: unknown): boolean {
	if (!(error instanceof Error)) return true;
	const { code = '' } = error as { code?: string };
	return wasRefused(error) ? !/^(08|53|55|57|58|40|25)/.test(code) : !/^(CONNECTION|E[A-Z]+)/.test(code);
}
