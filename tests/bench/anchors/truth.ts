import type { Case } from './corpus.ts';

/** Parts of a quote with more between them than this, and than the quote is long, have parted. */
const apart = 200;

export interface Fates {
	/** Of each character of the old text, where it is now; -1 where it is gone. */
	now: Int32Array;
	/** Whether it stands among others than before. */
	moved: Uint8Array;
	/** How many characters of the new text, up to each, stood in the old one. */
	standing: Int32Array;
	/** Whether something changed within so many characters. */
	near: Uint8Array;
}

/** The heaviest runs that kept their order; the others have moved. */
function inOrder(runs: { old: number; now: number; length: number }[]): Set<number> {
	const best = runs.map(({ length }) => length);
	const from = runs.map(() => -1);
	for (let n = 0; n < runs.length; n += 1)
		for (let before = 0; before < n; before += 1) {
			const [one, other] = [runs[before], runs[n]];
			if (!one || !other || one.now > other.now) continue;
			const sum = (best[before] ?? 0) + other.length;
			if (sum > (best[n] ?? 0)) [best[n], from[n]] = [sum, before];
		}
	const kept = new Set<number>();
	for (let at = best.indexOf(Math.max(...best)); at >= 0; at = from[at] ?? -1) kept.add(at);
	return kept;
}

export function fatesOf({ old, now }: Case, reach = 30): Fates {
	const places = new Map<number, number>();
	now.fates.forEach((fate, at) => fate > 0 && places.set(fate, at));
	const length = old.text.length;
	const found = Int32Array.from(old.fates, (fate) => places.get(fate) ?? -1);
	const runs: { old: number; now: number; length: number }[] = [];
	let last: (typeof runs)[number] | undefined;
	let line = false;
	for (let at = 0; at < length; at += 1) {
		if (old.fates[at] === 0) {
			line = true;
			continue;
		}
		const place = found[at] ?? -1;
		if (place < 0) last = undefined;
		else if (last && place === last.now + (at - last.old) && (!line || now.text[place - 1] === '\n')) last.length = at - last.old + 1;
		else runs.push((last = { old: at, now: place, length: 1 }));
		line = false;
	}
	const kept = inOrder(runs);
	const moved = new Uint8Array(length);
	const near = new Uint8Array(length);
	const mark = (at: number): void => void near.fill(1, Math.max(0, at - reach), Math.min(length, at + reach));
	runs.forEach((run, n) => {
		if (!kept.has(n)) moved.fill(1, run.old, run.old + run.length);
		if (run.old > 0) mark(run.old);
		if (run.old + run.length < length - 1) mark(run.old + run.length);
	});
	const standing = new Int32Array(now.text.length + 1);
	for (const place of found) if (place >= 0) standing[place + 1] = 1;
	for (let at = 1; at < standing.length; at += 1) standing[at] = (standing[at] ?? 0) + (standing[at - 1] ?? 0);
	return { now: found, moved, near, standing };
}

export interface Truth {
	/** Characters of the quote that are left, in all and in its largest part. */
	left: number;
	part: number;
	/** The hull of the largest part; several where they are equally large but for a space. None where nothing is left. */
	hulls: { start: number; end: number }[];
}

/** What became of the quote: the hull of its characters that are left, of the largest part where other words came between. */
export function truthOf({ now: places, standing }: Fates, old: Case['old'], start: number, end: number): Truth {
	const gap = Math.max(apart, end - start);
	const parts: { count: number; start: number; end: number }[] = [];
	let left = 0;
	for (let at = start; at < end; at += 1) {
		const place = places[at] ?? -1;
		if (old.fates[at] === 0 || place < 0) continue;
		left += 1;
		const last = parts.at(-1);
		const between = last ? (standing[place] ?? 0) - (standing[last.end] ?? 0) : 0;
		if (last && place >= last.end && place - last.end <= gap && between === 0) {
			last.count += 1;
			last.end = place + 1;
		} else parts.push({ count: 1, start: place, end: place + 1 });
	}
	const part = Math.max(0, ...parts.map(({ count }) => count));
	return { left, part, hulls: parts.filter(({ count }) => count >= part - 1 && count > part / 2) };
}
