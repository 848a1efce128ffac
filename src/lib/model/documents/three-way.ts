import { editsBetween, type Comparison, type Edit } from './edits.ts';

type Span = readonly [start: number, end: number];

/** A stretch of the three versions, and who changed it. Together they cover each version from its start to its end. */
export interface Region {
	changed: 'nobody' | 'mine' | 'theirs' | 'both';
	base: Span;
	mine: Span;
	theirs: Span;
}

interface SidedEdit extends Edit {
	side: 'mine' | 'theirs';
}

/** What touches at its edge only can stand beside the other; two things put at one place cannot. */
function meets(group: Span, { start, end }: Edit): boolean {
	if (group[0] === group[1] && start === end) return group[0] === start;
	return start < group[1] && group[0] < end;
}

/**
 * Where two people changed what both began from. Each piece is compared as a whole; null where that takes longer than
 * `timeout` ms for a side.
 */
export function regionsOf(
	base: readonly string[],
	mine: readonly string[],
	theirs: readonly string[],
	timeout: number,
	compare: Comparison = editsBetween
): Region[] | null {
	const [my, their] = [compare(base, mine, timeout), compare(base, theirs, timeout)];
	if (!my || !their) return null;
	const edits = [
		...my.map((edit): SidedEdit => ({ ...edit, side: 'mine' })),
		...their.map((edit): SidedEdit => ({ ...edit, side: 'theirs' }))
	].sort((a, b) => a.start - b.start || a.end - b.end);
	const regions: Region[] = [];
	const done = { base: 0, mine: 0, theirs: 0 };
	const take = (changed: Region['changed'], end: number, moreMine: number, moreTheirs: number): void => {
		const length = end - done.base;
		const ends = { base: end, mine: done.mine + length + moreMine, theirs: done.theirs + length + moreTheirs };
		if (length > 0 || moreMine > 0 || moreTheirs > 0)
			regions.push({
				changed,
				base: [done.base, ends.base],
				mine: [done.mine, ends.mine],
				theirs: [done.theirs, ends.theirs]
			});
		Object.assign(done, ends);
	};
	for (let place = 0; place < edits.length;) {
		const { start, end: first } = edits[place] as SidedEdit;
		let end = first;
		const more = { mine: 0, theirs: 0 };
		const sides = new Set<SidedEdit['side']>();
		for (let edit = edits[place]; edit && (sides.size === 0 || meets([start, end], edit)); edit = edits[(place += 1)]) {
			end = Math.max(end, edit.end);
			more[edit.side] += edit.newEnd - edit.newStart - (edit.end - edit.start);
			sides.add(edit.side);
		}
		const [only] = sides;
		take('nobody', start, 0, 0);
		take(sides.size === 1 && only ? only : 'both', end, more.mine, more.theirs);
	}
	take('nobody', base.length, 0, 0);
	return regions;
}
