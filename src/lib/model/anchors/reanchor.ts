import { alignTexts, type AlignedText } from './alignment.ts';

/** Characters of a text, in UTF-16 units. */
export interface Passage {
	start: number;
	end: number;
}

export type Placement = (Passage & { state: 'kept' | 'moved' | 'changed' }) | { state: 'detached' };

/** Parts with more between them than this, and than the passage is long, have parted. */
const apart = 200;
/** Ends of lines within the passage itself, and what a word that was mended shares with another. */
const lineEnds = 2;
/** Share of a passage that must be left of it. */
const enough = 0.4;

interface Part extends Passage {
	/** Characters of the passage in it, and the first of them in the old text. */
	count: number;
	from: number;
}

/** How many characters of a text, up to each, stood in the old one. */
function standingBefore(places: Int32Array, length: number): Int32Array {
	const sums = new Int32Array(length + 1);
	for (const place of places) if (place >= 0) sums[place + 1] = 1;
	for (let at = 1; at <= length; at += 1) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
	return sums;
}

/** A passage parts where other words of the old text, or many new ones, came between. */
function partsOf(places: Int32Array, standing: Int32Array, old: string, { start, end }: Passage): Part[] {
	const gap = Math.max(apart, end - start);
	const parts: Part[] = [];
	for (let at = start; at < end; at += 1) {
		const place = places[at] ?? -1;
		if (place < 0 || old[at] === '\n') continue;
		const last = parts.at(-1);
		const between = last ? (standing[place] ?? 0) - (standing[last.end] ?? 0) : 0;
		if (last && place >= last.end && place - last.end <= gap && between <= lineEnds) {
			last.count += 1;
			last.end = place + 1;
		} else parts.push({ count: 1, from: at, start: place, end: place + 1 });
	}
	return parts.sort((one, other) => other.count - one.count);
}

/**
 * Where passages of a text are after it was rewritten: the hull of what is left of each, of its largest part where it parted.
 * *kept* and *moved* say the same as before, among the same words or others; *changed* says something else; *detached* is
 * what less than `enough` is left of. Offsets are UTF-16 units of either text.
 */
export function reanchor(old: AlignedText, now: AlignedText, anchors: readonly Passage[]): Placement[] {
	const { places, moved } = alignTexts(old, now);
	const standing = standingBefore(places, now.text.length);
	return anchors.map((anchor): Placement => {
		const [largest] = partsOf(places, standing, old.text, anchor);
		const quote = old.text.slice(anchor.start, anchor.end);
		const size = quote.replaceAll('\n', '').length;
		if (!largest || largest.count < size * enough) return { state: 'detached' };
		const { start, end, from } = largest;
		if (now.text.slice(start, end) !== quote) return { start, end, state: 'changed' };
		return { start, end, state: moved[from] === 1 ? 'moved' : 'kept' };
	});
}
