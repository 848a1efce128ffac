import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '../../services.ts';
import { catchUp } from './catch-up.ts';

export interface Indexer {
	start(): Promise<void>;
	stop(): Promise<void>;
}

/** The triggers of the database speak here. */
const channel = 'swing_search';

/**
 * Keeps the index true while the server runs: soon after every write of this process, at once when a trigger says that
 * something changed, and by a slow tick after whatever was missed. It takes at most a tenth of the time there is.
 * @param soon milliseconds after a write, so that a rush is indexed together
 */
export function createIndexer({ sql, feed, log }: Services, { tick = 10_000, soon = 250, most = 8, rest = 9 } = {}): Indexer {
	const stopping = new AbortController();
	const { signal } = stopping;
	let woken = false;
	let working: Promise<void> | undefined;
	let ticking: NodeJS.Timeout | undefined;
	let ends: (() => unknown)[] = [];

	function wake(): void {
		woken = true;
		working ??= work().finally(() => (working = undefined));
	}

	async function work(): Promise<void> {
		while (woken && !signal.aborted) {
			await pause(soon, undefined, { signal }).catch(() => {});
			woken = false;
			await catchUp(sql, log, { most, rest, signal }).catch((err: unknown) => {
				if (!signal.aborted) log.warn({ err }, 'the index could not be brought up to date; the tick does it');
			});
		}
	}

	return {
		async start() {
			const { unlisten } = await sql.listen(channel, wake, wake);
			ends = [feed.overhear(wake), unlisten];
			ticking = setInterval(wake, tick);
			ticking.unref();
			wake();
		},
		async stop() {
			stopping.abort();
			clearInterval(ticking);
			await Promise.allSettled([working, ...ends.map((end) => end())]);
		}
	};
}
