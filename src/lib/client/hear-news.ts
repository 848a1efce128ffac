import { untrack } from 'svelte';
import type { Envelope } from '../model/events.ts';
import { Gap } from '../model/gap.ts';
import type { HeardUpTo } from '../model/heard.ts';
import type { Connection } from './connection.svelte.ts';
import { LiveState } from './live-state.svelte.ts';

export interface NewsWays {
	/** Whether the page shows something of it that it does not have yet; asked once of each event, in order. */
	isNews(event: Envelope): boolean;
	/** Loads the page anew. `news` is empty where too much was missed to be told. */
	changed(news: Envelope[]): Promise<void>;
}

/**
 * Hears what happens to what a page shows, and has it loaded anew, one load at a time. Returns the way to stop: whoever has loaded
 * hears on from what was loaded. In an effect it follows `loaded` alone, not whether the line is up.
 */
export function hearNews(loaded: readonly HeardUpTo[], line: Pick<Connection, 'open' | 'hear' | 'follow'>, ways: NewsWays): () => void {
	let news: Envelope[] = [];
	let [loading, stopped] = [false, false];

	async function settled(): Promise<void> {
		if (loading || news.length === 0) return;
		loading = true;
		// What one command recorded comes together.
		await Promise.resolve();
		while (news.length > 0) {
			const told = news;
			news = [];
			await ways.changed(told).catch(() => {});
		}
		loading = false;
	}

	function follow(heard: HeardUpTo): () => void {
		return new LiveState(heard, line, {
			apply(state, { seq }) {
				// Whoever stopped misses nothing any more: they would ask for it again and again.
				if (stopped || seq <= state.seq) return state;
				if (seq > state.seq + 1) throw new Gap(`${state.seq} -> ${seq}`);
				return { ...state, seq };
			},
			reload: async () => void (!stopped && (await ways.changed([]))),
			heard: (event) => void (ways.isNews(event) && news.push(event)),
			settled: () => void settled()
		}).start();
	}

	const stops = untrack(() => {
		void line.open();
		return loaded.map(follow);
	});
	return () => {
		stopped = true;
		news = [];
		for (const stop of stops) stop();
	};
}
