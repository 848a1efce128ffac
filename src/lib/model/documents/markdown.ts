import { breakersWritten, withBreakers } from './breaker.ts';
import { cleanText } from './clean.ts';
import type { Doc } from './doc.ts';
import { normalizeDoc } from './normalize.ts';
import { BlockReader, type Meaning } from './read-blocks.ts';
import { sparing } from './sparing.ts';
import { MarkdownWriter } from './write-markdown.ts';

/*
 * Markdown is how a post is written without JavaScript. What is not surely meant as a mark is text, letter by letter: no
 * backslash, star, number or dash of a person is lost because Markdown elsewhere would take it. What counts:
 *
 * - `- ` before two lines or more, `• ` before one; `1. ` and on, number by number, before two or more
 * - `> ` before lines that begin with no number, or below a line with `>` alone; code between two lines of ```
 * - **bold**, *italic* and `code` between spaces or punctuation, within one line
 * - [words](https://…), also mailto: and swing:
 *
 * The round trip is exact: fromMarkdown(toMarkdown(doc)) equals doc for every document in canonical shape. What could
 * be misread is written with braces and breakers, as in {**mid**}word and {\}1. (see breaker.ts).
 */

/**
 * The document that a text describes, in canonical shape. Callers refuse texts over `markdownLimit` first.
 * @param meaning `pasted` knows the headings and bullets of other programs too, `beside` no sign at the start of a line,
 *   `numbers` nothing but numbered lists
 */
export function fromMarkdown(text: string, meaning: Meaning = 'written'): Doc {
	const clean = cleanText(text);
	const lines = (meaning === 'numbers' ? clean : withBreakers(clean)).split('\n');
	return normalizeDoc({ type: 'doc', content: new BlockReader(meaning).blocks(lines) });
}

/** So much takes no time that anybody notices. */
const effort = 300_000;

/** The Markdown of a document: its words as they stand, and a breaker only where they would be read as something else. */
export function toMarkdown(doc: Doc): string {
	const canonical = normalizeDoc(doc);
	const meant = JSON.stringify(canonical);
	const left = { left: effort };
	const writer = new MarkdownWriter(left);
	return sparing(
		(care) => breakersWritten(writer.blocks(canonical.content, care)),
		(written) => JSON.stringify(fromMarkdown(written)) === meant,
		left
	);
}
