/*
 * `{\}` in a text that we wrote says: what stands around this means nothing. It is how a text that would be read as marks
 * is written down. Within the reader it is one character that no clean text holds. A guard says the same of what a person
 * typed or pasted; it stands in no text and leaves no trace.
 */

export const breaker = '\ufffc';
export const letterGuard = '\ufffb';
/** In the place of a brace behind which a guard would stand, in a line whose letters keep their places. */
export const guardedBrace = '\ufff9';
/** Behind a number that a person typed: it may be the first of a list, though it is not 1. */
export const firstNumber = '\ufffa';
const written = '{\\}';

/** A clean text with each breaker as one character. */
export function withBreakers(text: string): string {
	return text.replaceAll(written, breaker);
}

/** The words alone, once their marks have been read. */
export function withoutBreakers(text: string): string {
	return text.replace(/[\ufffa-\ufffc]/g, '');
}

/** A text as it is written down. */
export function breakersWritten(text: string): string {
	return text.replace(/[\ufffa\ufffb]/g, '').replaceAll(breaker, written);
}

/** A sign that means nothing; a bracket is told by two from one that begins a link. */
export function betweenBreakers(sign: string, by = breaker): string {
	return by + sign + by + (sign === '[' || sign === ']' ? by : '');
}
