/*
 * Markdown's parser takes quadratic time and worse on some texts: a quotation in a quotation in a quotation, thousands
 * of asterisks of which none closes another. Nobody writes so; whoever pastes it gets it back as plain words.
 */

const deepestLine = 16;
const mostMarkers = 1_200;
const mostBrackets = 1_500;

/** The markers of quotations and lists that a line begins with, or the line under a heading. */
const opening = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\n])))+|^[ \t]*(?:=+|-+)[ \t]*$/gm;
const marker = />|[-+*.)=]+/g;

/** Indented so far that it would nest deeper than any document. */
const indented = /^[ \t]{60,}(?:>|[-+*][ \t]|\d{1,9}[.)])/m;

function count(text: string, pattern: RegExp): number {
	let found = 0;
	for (const _ of text.matchAll(pattern)) found += 1;
	return found;
}

function nestsTooMuch(markdown: string): boolean {
	let markers = 0;
	for (const [line] of markdown.matchAll(opening)) {
		const here = count(line, marker);
		markers += here;
		if (here > deepestLine || markers > mostMarkers) return true;
	}
	return indented.test(markdown);
}

/** Whether a Markdown text would keep the parser busy for longer than its words are worth. */
export function isIntricate(markdown: string): boolean {
	const parts = markdown.split(/\n[ \t]*\n/);
	return nestsTooMuch(markdown) || parts.some((part) => count(part, /\*+|_+|\[/g) > mostBrackets);
}
