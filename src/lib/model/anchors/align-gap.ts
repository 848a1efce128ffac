import { commonPosts } from './common-posts.ts';
import { withoutCrumbs } from './crumbs.ts';
import type { TokenGap, Pair } from './token-gap.ts';
import type { TokenRow } from './token-rows.ts';

/** More pairs of tokens than this are not compared at once: about a millisecond. */
const mostCells = 60_000;
/** What a pair beside a pair is worth more than one alone, in letters. */
const forNeighbours = 0.6;

/** The heaviest pairs in one order (a longest common subsequence by weight), neighbours before scattered ones. */
function heaviest(old: TokenRow, now: TokenRow, left: readonly number[], right: readonly number[]): Pair[] {
	const [rows, width] = [left.length, right.length + 1];
	const best = new Float64Array((rows + 1) * width);
	const ending = new Float64Array((rows + 1) * width).fill(-1);
	for (let i = 1; i <= rows; i += 1) {
		const one = left[i - 1] ?? 0;
		const kind = old.kinds[one];
		const weight = old.weights[one] ?? 0;
		for (let j = 1; j < width; j += 1) {
			const at = i * width + j;
			let most = Math.max(best[at - width] ?? 0, best[at - 1] ?? 0);
			if (now.kinds[right[j - 1] ?? 0] === kind) {
				const before = at - width - 1;
				const ended = weight + Math.max(best[before] ?? 0, (ending[before] ?? -1) + forNeighbours);
				ending[at] = ended;
				if (ended >= most) most = ended;
			}
			best[at] = most;
		}
	}
	const pairs: Pair[] = [];
	let [i, j, chained] = [rows, right.length, false];
	while (i > 0 && j > 0) {
		const at = i * width + j;
		const end = ending[at] ?? -1;
		if (end >= 0 && (chained || end >= (best[at] ?? 0))) {
			pairs.push([left[i - 1] ?? 0, right[j - 1] ?? 0]);
			const before = at - width - 1;
			chained = (ending[before] ?? -1) >= 0 && (ending[before] ?? -1) + forNeighbours > (best[before] ?? 0);
			i -= 1;
			j -= 1;
			continue;
		}
		chained = false;
		if ((best[at - width] ?? 0) >= (best[at - 1] ?? 0)) i -= 1;
		else j -= 1;
	}
	return pairs.reverse();
}

/** As heaviest, in pieces between words that stand once in both where all at once would take too long. */
function inPieces(old: TokenRow, now: TokenRow, left: readonly number[], right: readonly number[]): Pair[] {
	if (left.length * right.length === 0) return [];
	if (left.length * right.length <= mostCells) return heaviest(old, now, left, right);
	const pairs: Pair[] = [];
	let [i, j] = [0, 0];
	for (const [toI, toJ] of [...commonPosts(old, now, left, right), [left.length, right.length] as const]) {
		const [pieceLeft, pieceRight] = [left.slice(i, toI), right.slice(j, toJ)];
		const cells = pieceLeft.length * pieceRight.length;
		if (cells > 0 && cells <= mostCells) pairs.push(...heaviest(old, now, pieceLeft, pieceRight));
		if (toI < left.length) pairs.push([left[toI] ?? 0, right[toJ] ?? 0]);
		[i, j] = [toI + 1, toJ + 1];
	}
	return pairs;
}

/** The pairs of a gap that say something; none where comparing would take too long. */
export function alignGap(old: TokenRow, now: TokenRow, gap: TokenGap): Pair[] {
	const { old: left, now: right } = gap;
	const same = (i: number, j: number): boolean => old.kinds[left[i] ?? -1] === now.kinds[right[j] ?? -1];
	const least = Math.min(left.length, right.length);
	let [head, tail] = [0, 0];
	if (gap.begins) while (head < least && same(head, head)) head += 1;
	if (gap.ends) while (tail < least - head && same(left.length - 1 - tail, right.length - 1 - tail)) tail += 1;
	const [midLeft, midRight] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
	const edge = (n: number): Pair => [left[n] ?? 0, right[n + (n < head ? 0 : right.length - left.length)] ?? 0];
	const heads = Array.from({ length: head }, (_, n) => edge(n));
	const tails = Array.from({ length: tail }, (_, n) => edge(left.length - tail + n));
	const middle = inPieces(old, now, midLeft, midRight);
	return withoutCrumbs(old, now, gap, [...heads, ...middle, ...tails]);
}
