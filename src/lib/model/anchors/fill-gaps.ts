import { alignGap } from './align-gap.ts';
import { pairUp, type Pairing } from './pairing.ts';
import type { TokenRow } from './token-rows.ts';

/** So many new tokens at most are looked at for words of one gap; beyond, only those beside it. */
const farthest = 4000;

function free(taken: Int32Array, from: number, to: number): number[] {
	const places: number[] = [];
	for (let n = Math.max(0, from); n < Math.min(to, taken.length); n += 1) if (taken[n] === -1) places.push(n);
	return places;
}

/** A gap of the old text between two pairs, and what of the new one may be the same words. */
export function fillGaps(old: TokenRow, now: TokenRow, pairing: Pairing): void {
	const { toNow, toOld } = pairing;
	const [count, nowCount] = [toNow.length, toOld.length];
	const align = (left: number[], right: number[], begins: boolean, ends: boolean): void => {
		if (left.length === 0 || right.length === 0) return;
		for (const [one, other] of alignGap(old, now, { old: left, now: right, begins, ends })) pairUp(pairing, one, other);
	};
	const lastFree = (from: number): number => {
		let at = from;
		while (at < nowCount && toOld[at] === -1) at += 1;
		return at;
	};
	const firstFree = (to: number): number => {
		let at = to;
		while (at > 0 && toOld[at - 1] === -1) at -= 1;
		return at;
	};
	for (let at = 0; at < count; at += 1) {
		if (toNow[at] !== -1) continue;
		let end = at;
		while (end < count && toNow[end] === -1) end += 1;
		const after = at === 0 ? 0 : (toNow[at - 1] ?? -1) + 1;
		const before = end === count ? nowCount : (toNow[end] ?? nowCount);
		if (after <= before && before - after < farthest) align(free(toNow, at, end), free(toOld, after, before), true, true);
		else {
			align(free(toNow, at, end), free(toOld, firstFree(before), before), false, true);
			align(free(toNow, at, end), free(toOld, after, lastFree(after)), true, false);
		}
		at = end;
	}
}
