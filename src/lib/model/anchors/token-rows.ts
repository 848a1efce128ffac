import { isWord, textTokens } from '../documents/tokens.ts';
import type { Signs } from './slide.ts';

/** A line of a text, its \n included. */
export interface TextLine {
	start: number;
	end: number;
	text: string;
	/** The block that it is, where that is known. */
	id?: string | undefined;
}

export function linesOf(text: string): TextLine[] {
	const lines: TextLine[] = [];
	for (let start = 0; start < text.length;) {
		const end = text.indexOf('\n', start) + 1 || text.length;
		lines.push({ start, end, text: text.slice(start, end) });
		start = end;
	}
	return lines;
}

/** One text as a row of tokens. A line that stands unchanged in both texts is one token. */
export interface TokenRow {
	/** What each is, by number: the same in both texts. */
	kinds: number[];
	starts: number[];
	lengths: number[];
	/** The letters it says; little for what is between words. */
	weights: number[];
	/** Where the tokens of each line begin; the last is their number. */
	lines: number[];
}

const ofSpace = 0.05;
const ofSign = 0.2;

/** Two texts as rows of tokens; `whole` says of each line of the old one which line of the new one it is, or -1. */
export function tokenRows(old: readonly TextLine[], now: readonly TextLine[], whole: Int32Array): [TokenRow, TokenRow, Signs] {
	const kinds = new Map<string, number>();
	const weights: number[] = [];
	const signs = { spaces: new Set<number>(), lineEnds: new Set<number>(), sentenceEnds: new Set<number>() };
	let count = 0;
	const kindOf = (token: string): number => {
		let kind = kinds.get(token);
		if (kind === undefined) {
			kind = count;
			count += 1;
			kinds.set(token, kind);
			if (token === '\n') signs.lineEnds.add(kind);
			else if (token.trim() === '') signs.spaces.add(kind);
			else if (/^[.?!:…]$/.test(token)) signs.sentenceEnds.add(kind);
			weights[kind] = isWord(token) ? token.length : token.trim() === '' ? ofSpace : ofSign;
		}
		return kind;
	};
	const kindOfNow = new Map<number, number>();
	whole.forEach((line, place) => {
		if (line < 0) return;
		weights[count] = old[place]?.text.length ?? 0;
		signs.lineEnds.add(count);
		kindOfNow.set(line, count);
		count += 1;
	});
	const row = (lines: readonly TextLine[], kindOfLine: (place: number) => number | undefined): TokenRow => {
		const made: TokenRow = { kinds: [], starts: [], lengths: [], weights: [], lines: [] };
		const add = (kind: number, start: number, length: number): void => {
			made.kinds.push(kind);
			made.starts.push(start);
			made.lengths.push(length);
			made.weights.push(weights[kind] ?? 0);
		};
		lines.forEach(({ start, end, text }, place) => {
			made.lines.push(made.kinds.length);
			const kind = kindOfLine(place);
			if (kind !== undefined) return add(kind, start, end - start);
			let at = start;
			for (const token of textTokens(text)) {
				add(kindOf(token), at, token.length);
				at += token.length;
			}
		});
		made.lines.push(made.kinds.length);
		return made;
	};
	return [row(old, (place) => kindOfNow.get(whole[place] ?? -1)), row(now, (place) => kindOfNow.get(place)), signs];
}
