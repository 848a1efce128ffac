import type { TokenRow } from './token-rows.ts';

/** Which token of the new text each of the old one is, and the other way round; -1 for none. */
export interface Pairing {
	toNow: Int32Array;
	toOld: Int32Array;
}

export function pairUp({ toNow, toOld }: Pairing, old: number, now: number): void {
	toNow[old] = now;
	toOld[now] = old;
}

/** Free tokens beside a pair that are the same in both texts belong to it. */
export function growPairs(old: TokenRow, now: TokenRow, pairing: Pairing): void {
	const { toNow, toOld } = pairing;
	const grow = (at: number, place: number): void => {
		if (at < toNow.length && place < toOld.length && at >= 0 && place >= 0 && toNow[at] === -1 && toOld[place] === -1)
			if (old.kinds[at] === now.kinds[place]) pairUp(pairing, at, place);
	};
	for (let at = 0; at < toNow.length - 1; at += 1) if ((toNow[at] ?? -1) >= 0) grow(at + 1, (toNow[at] ?? 0) + 1);
	for (let at = toNow.length - 1; at > 0; at -= 1) if ((toNow[at] ?? -1) >= 0) grow(at - 1, (toNow[at] ?? 0) - 1);
}
