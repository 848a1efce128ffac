/** Tokens that stand beside each other in both texts; `weight` in letters. */
export interface TokenRun {
	start: number;
	end: number;
	now: number;
	weight: number;
}

/**
 * Which of the runs, given in the order of the old text, keep their order in the new one: the heaviest of all such choices. The
 * others have moved. (Heaviest increasing subsequence with a Fenwick tree of maxima; n log n.)
 */
export function keptOrder(runs: readonly TokenRun[]): Uint8Array {
	const ranks = new Int32Array(runs.length);
	[...runs.keys()].sort((one, other) => (runs[one]?.now ?? 0) - (runs[other]?.now ?? 0)).forEach((n, rank) => (ranks[n] = rank + 1));
	const best = new Float64Array(runs.length + 1);
	const tree = new Int32Array(runs.length + 1);
	const under = new Int32Array(runs.length + 1);
	let top = 0;
	runs.forEach(({ weight }, place) => {
		const n = place + 1;
		let before = 0;
		for (let rank = ranks[place] ?? 0; rank > 0; rank -= rank & -rank)
			if ((best[tree[rank] ?? 0] ?? 0) > (best[before] ?? 0)) before = tree[rank] ?? 0;
		under[n] = before;
		best[n] = (best[before] ?? 0) + weight;
		for (let rank = ranks[place] ?? 0; rank <= runs.length; rank += rank & -rank)
			if ((best[n] ?? 0) > (best[tree[rank] ?? 0] ?? 0)) tree[rank] = n;
		if ((best[n] ?? 0) > (best[top] ?? 0)) top = n;
	});
	const kept = new Uint8Array(runs.length);
	for (let n = top; n > 0; n = under[n] ?? 0) kept[n - 1] = 1;
	return kept;
}
