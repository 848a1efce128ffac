import { alignGap } from './align-gap.ts';
import { fillGaps } from './fill-gaps.ts';
import { keptOrder, type TokenRun } from './kept-order.ts';
import { pairMended } from './mended.ts';
import { pairRuns } from './pair-runs.ts';
import { growPairs, pairUp, type Pairing } from './pairing.ts';
import { slide } from './slide.ts';
import { linesOf, tokenRows, type TextLine, type TokenRow } from './token-rows.ts';
import { wholeLines } from './whole-lines.ts';

/** Stretches known again wherever they stand: by so many tokens in a row, with so many letters. */
const long = { tokens: 7, letters: 20 };
/** Once the gaps are filled, fewer are left that they could be. */
const short = { tokens: 5, letters: 20 };

/** A block of a text and where its words begin: evidence, no truth. */
export interface BlockAt {
	id: string;
	start: number;
}

export interface AlignedText {
	text: string;
	blocks?: readonly BlockAt[];
}

function linesWithIds({ text, blocks = [] }: AlignedText): TextLine[] {
	const lines = linesOf(text);
	const ids = new Map(blocks.map(({ id, start }) => [start, id]));
	for (const line of lines) line.id = ids.get(line.start);
	return lines;
}

/** Blocks that kept their id and changed. */
function pairBlocks(old: readonly TextLine[], now: readonly TextLine[], oldRow: TokenRow, nowRow: TokenRow, pairing: Pairing): void {
	const places = new Map<string, number>();
	now.forEach(({ id }, place) => id !== undefined && places.set(id, place));
	old.forEach(({ id }, place) => {
		const other = id === undefined ? undefined : places.get(id);
		if (other === undefined) return;
		const freeIn = (row: TokenRow, line: number, taken: Int32Array): number[] => {
			const all: number[] = [];
			for (let n = row.lines[line] ?? 0; n < (row.lines[line + 1] ?? 0); n += 1) if (taken[n] === -1) all.push(n);
			return all;
		};
		const [left, right] = [freeIn(oldRow, place, pairing.toNow), freeIn(nowRow, other, pairing.toOld)];
		if (left.length === 0 || right.length === 0) return;
		for (const [one, same] of alignGap(oldRow, nowRow, { old: left, now: right, begins: false, ends: false }))
			pairUp(pairing, one, same);
	});
}

/** What became of a text. */
export interface Alignment {
	/** Of each character (UTF-16 unit) of the old text where it stands in the new one; -1 where it is gone. */
	places: Int32Array;
	/** Of each character of the old text whether it stands among others than before. */
	moved: Uint8Array;
}

function runsOf({ toNow }: Pairing, { weights }: TokenRow): TokenRun[] {
	const runs: TokenRun[] = [];
	let last: TokenRun | undefined;
	toNow.forEach((now, at) => {
		if (now < 0) return;
		const weight = weights[at] ?? 0;
		if (last && last.end === at && last.now + (at - last.start) === now) {
			last.end += 1;
			last.weight += weight;
		} else runs.push((last = { start: at, end: at + 1, now, weight }));
	});
	return runs;
}

/**
 * Where the words of a text are after it was rewritten. Whole lines are known again first, then long stretches wherever they
 * are, then what lies between them word by word (a longest common subsequence by weight), without what stayed by chance. No
 * character of the new text is more than one of the old: a copy is new.
 */
export function alignTexts(old: AlignedText, now: AlignedText): Alignment {
	const [oldLines, nowLines] = [linesWithIds(old), linesWithIds(now)];
	const whole = wholeLines(oldLines, nowLines);
	const [oldRow, nowRow, signs] = tokenRows(oldLines, nowLines, whole);
	const pairing: Pairing = {
		toNow: new Int32Array(oldRow.kinds.length).fill(-1),
		toOld: new Int32Array(nowRow.kinds.length).fill(-1)
	};
	whole.forEach((other, place) => {
		if (other >= 0) pairUp(pairing, oldRow.lines[place] ?? 0, nowRow.lines[other] ?? 0);
	});
	pairRuns(oldRow, nowRow, pairing, long);
	fillGaps(oldRow, nowRow, pairing);
	pairBlocks(oldLines, nowLines, oldRow, nowRow, pairing);
	pairRuns(oldRow, nowRow, pairing, short);
	slide(oldRow, nowRow, signs, pairing);
	growPairs(oldRow, nowRow, pairing);
	const places = new Int32Array(old.text.length).fill(-1);
	const moved = new Uint8Array(old.text.length);
	const runs = runsOf(pairing, oldRow);
	const kept = keptOrder(runs);
	runs.forEach((run, n) => {
		const start = oldRow.starts[run.start] ?? 0;
		const nowStart = nowRow.starts[run.now] ?? 0;
		const end = (oldRow.starts[run.end - 1] ?? 0) + (oldRow.lengths[run.end - 1] ?? 0);
		for (let at = start; at < end; at += 1) places[at] = nowStart + (at - start);
		if (kept[n] === 0) moved.fill(1, start, end);
	});
	pairMended(oldRow, nowRow, [old.text, now.text], pairing, places);
	return { places, moved };
}
