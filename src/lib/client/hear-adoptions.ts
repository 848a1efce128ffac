import { Gap } from '../model/gap.ts';
import type { Connection } from './connection.svelte.ts';
import { LiveState } from './live-state.svelte.ts';

/**
 * Hears in the stream of a practice what happens to who takes it over. Returns the way to stop.
 * @param loaded the stream, and the number of the last event that the page knows
 * @param changed something happened: the page loads anew
 */
export function hearAdoptions(
	loaded: { stream: string; seq: number },
	line: Pick<Connection, 'open' | 'hear' | 'follow'>,
	changed: () => Promise<void>
): () => void {
	let stale = false;
	const live = new LiveState(loaded, line, {
		apply(state, { seq }) {
			if (seq > state.seq + 1) throw new Gap(`${state.seq} -> ${seq}`);
			return seq > state.seq ? { ...state, seq } : state;
		},
		reload: changed,
		heard: ({ name }) => void (stale ||= name.startsWith('adoption.')),
		settled() {
			if (!stale) return;
			stale = false;
			void changed();
		}
	});
	void line.open();
	return live.start();
}
