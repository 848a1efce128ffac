import type { NumberRead } from './numbers.ts';
import type { Piece } from './results.ts';
import { wordsOf, type Word } from './words.ts';

/** Characters of an excerpt, about. */
const length = 240;
/** Characters before the first marked word. */
const before = 60;

/** Words as they are compared; one that ends in `*` stands for all that begin so, and several with spaces for these side by side. */
type Marks = readonly string[];

/** What is marked, and which of the marks it is. */
interface Marking {
	start: number;
	end: number;
	what: string;
	/** How many words it has. */
	words: number;
}

function markingsIn(words: readonly Word[], marks: Marks): Marking[] {
	const whole = new Set(marks);
	const begun = marks.filter((mark) => mark.endsWith('*')).map((mark) => mark.slice(0, -1));
	const phrases = marks.filter((mark) => mark.includes(' ')).map((mark) => mark.split(' '));
	const isBegun = (said: string) => begun.some((beginning) => said.startsWith(beginning));
	const isSaid = (word: Word, one: string) => (word.number ? saidBy(word.number).includes(one) : word.bare === one);
	const isMarked = ({ bare, number }: Word) =>
		number ? saidBy(number).some((one) => whole.has(one) || isBegun(one)) : whole.has(bare) || isBegun(bare);
	const phraseFrom = (n: number) => phrases.find((its) => its.every((one, at) => words[n + at] && isSaid(words[n + at]!, one)));
	const found: Marking[] = [];
	for (const [n, word] of words.entries()) {
		const phrase = phrases.length > 0 ? phraseFrom(n) : undefined;
		const last = phrase && words[n + phrase.length - 1];
		const marking = last
			? { start: word.start, end: last.end, what: phrase.join(' '), words: phrase.length }
			: isMarked(word) && { start: word.start, end: word.end, what: word.bare, words: 1 };
		// A word within a phrase is marked with it.
		if (marking && marking.end > (found.at(-1)?.end ?? 0)) found.push(marking);
	}
	return found;
}

function saidBy({ forms, parts }: NumberRead): string[] {
	return [...forms, ...parts];
}

/** The text in pieces, what is among these marks marked; neighbours are one piece. */
export function marked(text: string, marks: Marks): Piece[] {
	return inPieces(text, 0, text.length, markingsIn(wordsOf(text), marks));
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

/** The part of a text that holds most of these words, a phrase before single ones, what was asked for marked in it. */
export function excerptOf({ line, words }: ExcerptLine, marks: Marks): Piece[] {
	const hits = markingsIn(words, marks);
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
function startOf(line: string, words: Word[], hits: Marking[]): number {
	if (line.length <= length * 1.2 || hits.length === 0) return 0;
	let best = { start: 0, words: 0 };
	for (const first of hits) {
		const different = new Map(
			hits
				.filter(({ start, end }) => start >= first.start && end <= first.start + length - before)
				.map(({ what, words }) => [what, words])
		);
		const sum = [...different.values()].reduce((all, one) => all + one, 0);
		if (sum > best.words) best = { start: first.start, words: sum };
	}
	if (best.start <= before) return 0;
	const from = words.find((word) => word.start >= best.start - before);
	return from?.start ?? best.start;
}

function inPieces(text: string, start: number, end: number, hits: readonly Marking[]): Piece[] {
	const pieces: Piece[] = [];
	const add = (from: number, to: number, isMarked: boolean) => {
		if (to > from) pieces.push({ text: text.slice(from, to), marked: isMarked });
	};
	let at = start;
	for (const [n, hit] of hits.entries()) {
		const next = hits[n + 1];
		add(at, hit.start, false);
		// Words in a row are marked as one, and so are phrases that share a word.
		const joined = next && (next.start < hit.end || /^\s$/.test(text.slice(hit.end, next.start)));
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
