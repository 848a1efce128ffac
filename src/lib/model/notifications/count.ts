import type { Envelope } from '../events.ts';
import { Gap } from '../gap.ts';

/** How much is new to a person: neither read nor done. */
export interface Unread {
	stream: string;
	/** The last event of the stream that this number contains. */
	seq: number;
	unread: number;
}

/**
 * The count after one more event of its stream. Repeated events change nothing.
 * @throws Gap when events between the state and this one are missing
 */
export function counted<State extends Unread>(state: State, event: Envelope): State {
	const { seq, name, payload } = event;
	if (seq <= state.seq) return state;
	if (seq > state.seq + 1) throw new Gap(`${state.seq} -> ${seq}`);
	switch (name) {
		case 'notification.arrived':
		case 'notification.undone':
			return { ...state, seq, unread: state.unread + payload.unread };
		case 'notification.read':
		case 'notification.done':
			return { ...state, seq, unread: state.unread - payload.unread };
		default:
			return { ...state, seq };
	}
}
