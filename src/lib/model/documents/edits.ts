import { diffArrays } from 'diff';

/** What stood from `start` to before `end` became what now stands from `newStart` to before `newEnd`. */
export interface Edit {
	start: number;
	end: number;
	newStart: number;
	newEnd: number;
}

/** Finds the edits that make one list of another, as `editsBetween` does. */
export type Comparison = (before: readonly string[], after: readonly string[], timeout: number) => Edit[] | null;

/** A comparison that is done once for the same two lists, which may be asked for again. */
export function comparedOnce(): Comparison {
	const known = new Map<string, Edit[] | null>();
	return (before, after, timeout) => {
		const both = JSON.stringify([before, after]);
		const found = known.get(both);
		if (found !== undefined) return found;
		const edits = editsBetween(before, after, timeout);
		known.set(both, edits);
		return edits;
	};
}

/** The edits that make `after` of `before`, in their order; null where they are not found within `timeout` ms: within none nothing is. */
export function editsBetween(before: readonly string[], after: readonly string[], timeout: number): Edit[] | null {
	if (timeout <= 0) return null;
	const changes = diffArrays([...before], [...after], { timeout });
	if (!changes) return null;
	const edits: Edit[] = [];
	let [old, now] = [0, 0];
	let open: Edit | null = null;
	for (const { added, removed, count } of changes) {
		if (!added && !removed) {
			old += count;
			now += count;
			open = null;
			continue;
		}
		if (removed) old += count;
		else now += count;
		if (open) [open.end, open.newEnd] = [old, now];
		else {
			open = { start: removed ? old - count : old, end: old, newStart: removed ? now : now - count, newEnd: now };
			edits.push(open);
		}
	}
	return edits;
}
