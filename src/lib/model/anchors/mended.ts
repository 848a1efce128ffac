import type { Pairing } from './pairing.ts';
import type { TokenRow } from './token-rows.ts';

/** Share of the longer word that both begin and end with. */
const alike = 0.7;

/** One word became another that is nearly the same: a letter mended, an ending changed. */
export function pairMended(old: TokenRow, now: TokenRow, texts: [string, string], { toNow, toOld }: Pairing, chars: Int32Array): void {
	for (let at = 0; at < toNow.length; at += 1) {
		if (toNow[at] !== -1 || (old.weights[at] ?? 0) < 3) continue;
		const before = at === 0 ? -1 : (toNow[at - 1] ?? -1);
		const after = at === toNow.length - 1 ? toOld.length : (toNow[at + 1] ?? -1);
		let place = -1;
		if ((at === 0 || before >= 0) && toOld[before + 1] === -1 && (after === before + 2 || after < 0)) place = before + 1;
		else if (after > 0 && toOld[after - 1] === -1 && (at === 0 || before < 0)) place = after - 1;
		if (place < 0 || (now.weights[place] ?? 0) < 3) continue;
		const [start, nowStart] = [old.starts[at] ?? 0, now.starts[place] ?? 0];
		const one = texts[0].slice(start, start + (old.lengths[at] ?? 0));
		const other = texts[1].slice(nowStart, nowStart + (now.lengths[place] ?? 0));
		let [head, tail] = [0, 0];
		const least = Math.min(one.length, other.length);
		while (head < least && one[head] === other[head]) head += 1;
		while (tail < least - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
		if (head + tail < Math.max(one.length, other.length) * alike) continue;
		for (let n = 0; n < head; n += 1) chars[start + n] = nowStart + n;
		for (let n = 1; n <= tail; n += 1) chars[start + one.length - n] = nowStart + other.length - n;
	}
}
