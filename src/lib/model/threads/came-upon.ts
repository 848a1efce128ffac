import { passedOver, type Passed } from './passed-over.ts';
import { add, single, surplusHoles, union, without } from './ranges.ts';
import type { ReadState } from './read-state.ts';

/**
 * What somebody is done with who comes to see the post of this number.
 * @param missing numbers of what they have not come to yet
 * @param before what was read and jumped over so far
 */
export function cameUpon(seq: number, thread: Passed, reader: string | undefined, missing: number[], before: ReadState): ReadState {
	const seen = { read: add(before.read, seq), jumped: without(before.jumped, [[seq, seq]]) };
	const { read, jumped } = passedOver(thread, reader, without(single(missing), [[seq, seq]]), seen);
	return { read, jumped: union(jumped, surplusHoles(union(read, jumped))) };
}
