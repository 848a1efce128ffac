import type { Piece } from './results.ts';
import { wordsOf, type Word } from './words.ts';

/** Characters of an excerpt, about. */
const length = 240;
/** Characters before the first marked word. */
const before = 60;

/** Words as they are compared; one that ends in `*` stands for all that begin so. */
type Marks = readonly string[];

function among(marks: Marks): (word: Word) => boolean {
	const whole = new Set(marks);
	const begun = marks.filter((mark) => mark.endsWith('*')).map((mark) => mark.slice(0, -1));
	return ({ bare }) => whole.has(bare) || begun.some((beginning) => bare.startsWith(beginning));
}

/** The text in pieces, its words that are among these marked; neighbours are one piece. */
export function marked(text: string, marks: Marks): Piece[] {
	return inPieces(text, 0, text.length, wordsOf(text).filter(among(marks)));
}

/** A text in one line, and its words. */
export interface ExcerptLine {
	line: string;
	words: Word[];
}

export function lineOf(text: string): ExcerptLine {
	const line = text.replace(/\s+/gu, ' ').trim();
	return { line, words: wordsOf(line) };
}

/** The part of a text that holds most of these words, its words marked. */
export function excerptOf({ line, words }: ExcerptLine, marks: Marks): Piece[] {
	const hits = words.filter(among(marks));
	const start = startOf(line, words, hits);
	const end =
		line.length - start <= length * 1.2 ? line.length : (words.findLast((word) => word.end <= start + length)?.end ?? start + length);
	const within = hits.filter((word) => word.start >= start && word.end <= end);
	const pieces = inPieces(line, start, end, within);
	return [
		...(start > 0 ? [{ text: '… ', marked: false }] : []),
		...pieces,
		...(end < line.length ? [{ text: ' …', marked: false }] : [])
	];
}

/** Where the window with most different words begins. */
function startOf(line: string, words: Word[], hits: Word[]): number {
	if (line.length <= length * 1.2 || hits.length === 0) return 0;
	let best = { start: 0, different: 0 };
	for (const first of hits) {
		const different = new Set(
			hits.filter((word) => word.start >= first.start && word.end <= first.start + length - before).map(({ bare }) => bare)
		).size;
		if (different > best.different) best = { start: first.start, different };
	}
	if (best.start <= before) return 0;
	const from = words.find((word) => word.start >= best.start - before);
	return from?.start ?? best.start;
}

function inPieces(text: string, start: number, end: number, hits: Word[]): Piece[] {
	const pieces: Piece[] = [];
	const add = (from: number, to: number, isMarked: boolean) => {
		if (to > from) pieces.push({ text: text.slice(from, to), marked: isMarked });
	};
	let at = start;
	for (const [n, hit] of hits.entries()) {
		const next = hits[n + 1];
		add(at, hit.start, false);
		// Words in a row are marked as one.
		const joined = next && /^\s$/.test(text.slice(hit.end, next.start));
		add(hit.start, joined ? next.start : hit.end, true);
		at = joined ? next.start : hit.end;
	}
	add(at, end, false);
	return pieces.reduce<Piece[]>((all, piece) => {
		const last = all.at(-1);
		if (last?.marked === piece.marked) last.text += piece.text;
		else all.push(piece);
		return all;
	}, []);
}
