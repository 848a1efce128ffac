import { normal, union, without, type Ranges } from './ranges.ts';

/** What of a stream somebody is done with; what is in neither, and written by others, is unread. */
export interface ReadState {
	/** Stood on screen while the page was looked at. */
	read: Ranges;
	/** Passed over by a jump of the reader's own. Holds nothing that was read. */
	jumped: Ranges;
}

export const nothingRead: ReadState = { read: [], jumped: [] };

/** Neither unread nor counted as such. */
export function settled({ read, jumped }: ReadState): Ranges {
	return union(read, jumped);
}

/** Both together: what was read in the one was not jumped over in the other. */
export function joined(one: ReadState, other: ReadState): ReadState {
	const read = union(one.read, other.read);
	return { read, jumped: without(union(one.jumped, other.jumped), read) };
}

/** What of it is not in what is known already. */
export function newIn(state: ReadState, known: ReadState): ReadState {
	return { read: without(state.read, known.read), jumped: without(normal(state.jumped), union(known.jumped, known.read)) };
}

export function isNothing({ read, jumped }: ReadState): boolean {
	return read.length + jumped.length === 0;
}
