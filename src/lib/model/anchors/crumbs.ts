import type { TokenGap, Pair } from './token-gap.ts';
import type { TokenRow } from './token-rows.ts';

/** Letters that stayed between two changes are evidence when they are so many, or this share of the smaller change. */
const evidence = { letters: 14, share: 0.6 };

interface Stretch {
	pairs: Pair[];
	weight: number;
	/** Letters of words that changed before it: the more of gone and new. */
	before: number;
}

/** Words that stayed by chance between words that changed are no evidence: they are read as changed too. */
export function withoutCrumbs(old: TokenRow, now: TokenRow, gap: TokenGap, pairs: readonly Pair[]): Pair[] {
	const letters = (row: TokenRow, places: readonly number[], from: number, to: number): number => {
		let sum = 0;
		for (let n = from; n < to; n += 1) sum += row.weights[places[n] ?? 0] ?? 0;
		return sum;
	};
	const changed = (i: number, toI: number, j: number, toJ: number): number =>
		Math.max(letters(old, gap.old, i, toI), letters(now, gap.now, j, toJ));
	const stretches: Stretch[] = [];
	let [i, j, done] = [0, 0, 0];
	while (done < pairs.length) {
		const [one, other] = pairs[done] ?? [0, 0];
		const [toI, toJ] = [gap.old.indexOf(one, i), gap.now.indexOf(other, j)];
		const stretch: Stretch = { pairs: [], weight: 0, before: changed(i, toI, j, toJ) };
		[i, j] = [toI, toJ];
		while (done < pairs.length && pairs[done]?.[0] === gap.old[i] && pairs[done]?.[1] === gap.now[j]) {
			stretch.pairs.push(pairs[done] ?? [0, 0]);
			stretch.weight += old.weights[gap.old[i] ?? 0] ?? 0;
			i += 1;
			j += 1;
			done += 1;
		}
		stretches.push(stretch);
	}
	let after = changed(i, gap.old.length, j, gap.now.length);
	const touches = (place: number, stretch: Stretch): boolean =>
		(place === 0 && gap.begins && stretch.before === 0) || (place === stretches.length - 1 && gap.ends && after === 0);
	for (let again = true; again;) {
		again = false;
		for (const [place, stretch] of stretches.entries()) {
			if (touches(place, stretch)) continue;
			const behind = stretches[place + 1]?.before ?? after;
			const least = Math.min(stretch.before, behind);
			if (stretch.weight >= evidence.letters || stretch.weight >= least * evidence.share) continue;
			stretches.splice(place, 1);
			const sum = stretch.before + stretch.weight + behind;
			const next = stretches[place];
			if (next) next.before = sum;
			else after = sum;
			again = true;
			break;
		}
	}
	return stretches.flatMap((stretch) => stretch.pairs);
}
