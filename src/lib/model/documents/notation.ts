import { firstNumber, letterGuard, withBreakers } from './breaker.ts';
import { cleanText } from './clean.ts';

/*
 * Braces around marks and breakers are our own notation: it says in a plain field what Markdown as we read it cannot. A
 * person who types the same signs means the signs. So the notation counts only where the field held it at the beginning.
 * So does the first number of a list when it is not 1: of what a person types it is a date or a year.
 */

const notation = /\{(?=[*`]|\\\})/;
const every = new RegExp(notation, 'g');
/** Lists begin behind nothing but the signs of what is around them. */
const numbered = /^([ >]*)(\d+)(?=\.(?:[ \t]|$))/;

/** Whether a list begins with this line, and elsewhere than at 1. */
function beginsElsewhere(lines: readonly string[], at: number): boolean {
	const [, around = '', number] = numbered.exec(lines[at] ?? '') ?? [];
	if (number === undefined || number === '1') return false;
	// What is indented more, or empty, belongs to the item before.
	let before = at - 1;
	for (const item = `${around} `; before >= 0; before -= 1) if (!isWithin(lines[before] ?? '', item)) break;
	const [, beside, last] = numbered.exec(lines[before] ?? '') ?? [];
	return beside !== around || Number(last) + 1 !== Number(number);
}

function isWithin(line: string, item: string): boolean {
	return line.startsWith(item) || item.startsWith(line.trimEnd());
}

/** The lines of a Markdown text that hold our notation; empty where there are none. */
export function notationIn(written: string): string {
	return written
		.split('\n')
		.filter((line, at, lines) => notation.test(line) || beginsElsewhere(lines, at))
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
	const counting = (line: string): string => withBreakers(line).replace(numbered, `$&${firstNumber}`);
	return lines.map((line) => (isOneGone || before.has(line) ? counting(line) : line.replace(every, `{${letterGuard}`))).join('\n');
}
