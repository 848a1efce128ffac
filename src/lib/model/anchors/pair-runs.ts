import { pairUp, type Pairing } from './pairing.ts';
import type { TokenRow } from './token-rows.ts';

const several = -2;

/** Where each so many tokens that are free begin, or that they do more than once. */
function grams({ kinds }: TokenRow, taken: Int32Array, length: number): Map<number, number> {
	const found = new Map<number, number>();
	for (let at = 0; at + length <= kinds.length; at += 1) {
		let hash = 0;
		let free = true;
		for (let n = 0; n < length && free; n += 1) {
			free = taken[at + n] === -1;
			hash = (Math.imul(hash, 0x01000193) ^ ((kinds[at + n] ?? 0) + 1)) | 0;
		}
		if (free) found.set(hash, found.has(hash) ? several : at);
	}
	return found;
}

/** How much a stretch must say: so many tokens, and letters of words. */
export interface Telling {
	tokens: number;
	letters: number;
}

interface Run {
	old: number;
	now: number;
	length: number;
	weight: number;
}

/** Stretches of free tokens that stand in both texts, once in each: they are the same ones, also where they have moved. */
export function pairRuns(old: TokenRow, now: TokenRow, pairing: Pairing, { tokens: length, letters: least }: Telling): void {
	const { toNow, toOld } = pairing;
	const nows = grams(now, toOld, length);
	const runs: Run[] = [];
	const fits = (i: number, j: number): boolean =>
		i >= 0 &&
		j >= 0 &&
		i < old.kinds.length &&
		j < now.kinds.length &&
		toNow[i] === -1 &&
		toOld[j] === -1 &&
		old.kinds[i] === now.kinds[j];
	const reached = new Map<number, number>();
	for (const [hash, at] of grams(old, toNow, length)) {
		const place = nows.get(hash) ?? -1;
		if (at < 0 || place < 0 || (reached.get(place - at) ?? -1) > at) continue;
		let [from, to] = [0, 0];
		while (fits(at - from - 1, place - from - 1)) from += 1;
		while (fits(at + to, place + to)) to += 1;
		// A sentence has its own full stop, not that of the one before it.
		while (from > -to && (old.weights[at - from] ?? 0) < 1) from -= 1;
		let weight = 0;
		for (let n = at - from; n < at + to; n += 1) weight += old.weights[n] ?? 0;
		if (to < length) continue;
		reached.set(place - at, at + to);
		if (weight >= least) runs.push({ old: at - from, now: place - from, length: from + to, weight });
	}
	runs.sort((one, other) => other.weight - one.weight);
	for (const run of runs) {
		let [start, end] = [0, run.length];
		while (start < end && !fits(run.old + start, run.now + start)) start += 1;
		while (start < end && !fits(run.old + end - 1, run.now + end - 1)) end -= 1;
		let weight = 0;
		for (let n = start; n < end; n += 1) weight += fits(run.old + n, run.now + n) ? (old.weights[run.old + n] ?? 0) : 0;
		if (weight < least) continue;
		for (let n = start; n < end; n += 1) if (fits(run.old + n, run.now + n)) pairUp(pairing, run.old + n, run.now + n);
	}
}
