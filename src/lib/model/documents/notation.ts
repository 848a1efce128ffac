import { letterGuard, withBreakers } from './breaker.ts';
import { cleanText } from './clean.ts';

/*
 * Braces around marks and breakers are our own notation: it says in a plain field what Markdown as we read it cannot. A
 * person who types the same signs means the signs. So the notation counts only where the field held it at the beginning.
 */

const notation = /\{(?=[*`]|\\\})/;
const every = new RegExp(notation, 'g');

/** The lines of a Markdown text that hold our notation; empty where there are none. */
export function notationIn(written: string): string {
	return written
		.split('\n')
		.filter((line) => notation.test(line))
		.join('\n');
}

/**
 * A clean text with breakers where our notation counts, and guards where a person typed the same signs.
 * @param held the lines of our notation that stood in the field at the beginning. A line that stands there still counts;
 *   once one of them is gone, so does every other line, for that one may be what became of it.
 */
export function withNotation(text: string, held: string): string {
	const before = new Set(held === '' ? [] : cleanText(held).split('\n'));
	const lines = text.split('\n');
	const now = new Set(lines);
	const isOneGone = [...before].some((line) => !now.has(line));
	return lines.map((line) => (isOneGone || before.has(line) ? withBreakers(line) : line.replace(every, `{${letterGuard}`))).join('\n');
}
