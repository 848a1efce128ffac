import { textTokens } from './tokens.ts';

/** A piece of what one side says. */
export interface SaidPart {
	text: string;
	/** Whether the other side does not say it. */
	apart: boolean;
}

export type Sides<Of> = Record<'theirs' | 'mine', Of>;

/**
 * Two short texts, each in pieces: all between the first and the last word in which they differ is apart. Nothing is where
 * either says nothing at all. For browsers, which do not load what compares long texts.
 */
export function sidesApart({ theirs, mine }: Sides<string>): Sides<SaidPart[]> {
	const [one, other] = [textTokens(theirs), textTokens(mine)];
	const shorter = Math.min(one.length, other.length);
	let start = 0;
	while (start < shorter && one[start] === other[start]) start += 1;
	let end = 0;
	while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
	const isOne = theirs.trim() === '' || mine.trim() === '';
	const parts = (tokens: readonly string[]): SaidPart[] =>
		[
			{ text: tokens.slice(0, start), apart: false },
			{ text: tokens.slice(start, tokens.length - end), apart: !isOne },
			{ text: tokens.slice(tokens.length - end), apart: false }
		].flatMap(({ text, apart }) => (text.length > 0 ? [{ text: text.join(''), apart }] : []));
	return { theirs: parts(one), mine: parts(other) };
}
