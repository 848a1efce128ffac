import type { Doc } from './doc.ts';
import { textOf } from './text-map.ts';

/** Characters in a post, as textLength counts them. */
export const postLimit = 20_000;

/** From here on the person is told how many are left. */
export const countNear = 18_000;

/**
 * Characters of Markdown that are parsed at all; the border refuses more before parsing. Escapes and addresses make
 * Markdown longer than its text, so a post at its limit still fits.
 */
export const markdownLimit = 80_000;

/** What a document may hold at most, whatever its text. */
export const docLimits = {
	/** List items and quotations within one another. */
	depth: 8,
	nodes: 10_000,
	/** Characters of one address, and of all together with the names of languages of code. */
	href: 2_000,
	allHrefs: 30_000,
	/** The first number of a list: Markdown counts to nine digits, and the list goes on from here. */
	start: 999_000_000
};

/** Length of the text in UTF-16 units, as JavaScript and a textarea's maxlength count; a line end counts one. */
export function textLength(doc: Doc): number {
	return textOf(doc).length - 1;
}

/** Whether there is nothing to read in it. */
export function isEmpty(doc: Doc): boolean {
	return textOf(doc).trim() === '';
}
