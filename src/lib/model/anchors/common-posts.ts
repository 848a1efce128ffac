import type { Pair } from './token-gap.ts';
import type { TokenRow } from './token-rows.ts';

/** Shorter words stand by chance. */
const tellingLetters = 4;

/** Tokens that stand once in both, in the longest order that they have in common: what is between them is compared by itself. */
export function commonPosts(old: TokenRow, now: TokenRow, left: readonly number[], right: readonly number[]): Pair[] {
	const once = (row: TokenRow, places: readonly number[]): Map<number, number> => {
		const found = new Map<number, number>();
		places.forEach((place, n) => {
			const kind = row.kinds[place] ?? -1;
			if ((row.weights[place] ?? 0) >= tellingLetters) found.set(kind, found.has(kind) ? -1 : n);
		});
		return found;
	};
	const others = once(now, right);
	const both: Pair[] = [];
	for (const [kind, n] of once(old, left)) {
		const other = others.get(kind) ?? -1;
		if (n >= 0 && other >= 0) both.push([n, other]);
	}
	return longestOrder(both);
}

/** Longest increasing subsequence of the second numbers, by patience. */
function longestOrder(pairs: readonly Pair[]): Pair[] {
	const tops: number[] = [];
	const under = pairs.map(() => -1);
	pairs.forEach(([, value], n) => {
		let [low, high] = [0, tops.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
			else high = middle;
		}
		under[n] = tops[low - 1] ?? -1;
		tops[low] = n;
	});
	const chain: Pair[] = [];
	for (let at = tops.at(-1) ?? -1; at >= 0; at = under[at] ?? -1) chain.push(pairs[at] ?? [0, 0]);
	return chain.reverse();
}
