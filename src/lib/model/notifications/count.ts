import type { Envelope } from '../events.ts';
import { Gap } from '../gap.ts';

/** How much waits for a person: addressed to them, and neither answered nor done. */
export interface WaitingCount {
	stream: string;
	/** The last event of the stream that this number contains. */
	seq: number;
	waiting: number;
}

/**
 * The count after one more event of its stream. Repeated events change nothing.
 * @throws Gap when events between the state and this one are missing
 */
export function counted<State extends WaitingCount>(state: State, { seq, payload }: Envelope): State {
	if (seq <= state.seq) return state;
	if (seq > state.seq + 1) throw new Gap(`${state.seq} -> ${seq}`);
	return { ...state, seq, waiting: state.waiting + ('waiting' in payload ? payload.waiting : 0) };
}
