import type { Pairing } from './pairing.ts';
import type { TokenRow } from './token-rows.ts';

/** How well a text is cut before a token: at a line, a sentence, a word, or within one. */
function cut(row: TokenRow, signs: Signs, at: number): number {
	const before = row.kinds[at - 1];
	if (before === undefined || row.kinds[at] === undefined || signs.lineEnds.has(before)) return 4;
	const [last, next] = [signs.spaces.has(before), signs.spaces.has(row.kinds[at] ?? -1)];
	const ending = last ? row.kinds[at - 2] : before;
	if ((last || next) && ending !== undefined && signs.sentenceEnds.has(ending)) return 3;
	return last || next ? 1 : 0;
}

/** What kinds of tokens stand between words. */
export interface Signs {
	spaces: ReadonlySet<number>;
	lineEnds: ReadonlySet<number>;
	sentenceEnds: ReadonlySet<number>;
}

/**
 * Where neighbours part, the place at which they do may be one of several ("a b" became "a b a b"): it is the one where a line,
 * a sentence or a word begins (Fraser, Diff Strategies, "semantic alignment").
 */
function slideSide(row: TokenRow, other: TokenRow, signs: Signs, to: Int32Array, from: Int32Array): void {
	const mostly = 80;
	for (let at = 1; at < to.length; at += 1) {
		const [before, after] = [to[at - 1] ?? -1, to[at] ?? -1];
		if (before < 0 || after < 0 || after === before + 1) continue;
		const free = (place: number, kind: number | undefined): boolean => from[place] === -1 && other.kinds[place] === kind;
		let right = 0;
		while (right < mostly && to[at + right] === after + right && free(before + 1 + right, row.kinds[at + right])) right += 1;
		let left = 0;
		while (left < mostly && left < at - 1 && to[at - 1 - left] === before - left && free(after - 1 - left, row.kinds[at - 1 - left]))
			left += 1;
		let [best, most] = [0, -1];
		for (let by = -left; by <= right; by += 1) {
			const score = cut(row, signs, at + by) + cut(other, signs, before + 1 + by) + cut(other, signs, after + by);
			if (score > most || (score === most && Math.abs(by) < Math.abs(best))) [best, most] = [by, score];
		}
		const give = (place: number, now: number): void => {
			from[to[place] ?? 0] = -1;
			to[place] = now;
			from[now] = place;
		};
		for (let n = 0; n < best; n += 1) give(at + n, before + 1 + n);
		for (let n = 0; n < -best; n += 1) give(at - 1 - n, after - 1 - n);
		at += Math.max(0, best);
	}
}

export function slide(old: TokenRow, now: TokenRow, signs: Signs, { toNow, toOld }: Pairing): void {
	slideSide(old, now, signs, toNow, toOld);
	slideSide(now, old, signs, toOld, toNow);
}
