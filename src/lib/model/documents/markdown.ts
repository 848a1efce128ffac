import { breakersWritten, withBreakers } from './breaker.ts';
import { cleanText } from './clean.ts';
import type { Doc } from './doc.ts';
import { normalizeDoc } from './normalize.ts';
import { notationIn, withNotation } from './notation.ts';
import { BlockReader, type Meaning } from './read-blocks.ts';
import { sparing } from './sparing.ts';
import { MarkdownWriter } from './write-markdown.ts';

/*
 * Markdown is how a post is written without JavaScript. What is not surely meant as a mark is text, letter by letter: no
 * backslash, star, number or dash of a person is lost because Markdown elsewhere would take it. What counts:
 *
 * - `- ` before two lines or more, `• ` before one; `1. ` and on, number by number, before two or more. From another number
 *   on only where we wrote so: of what a person typed, 14. and 15. are dates
 * - `> ` before lines that begin with no number, or below a line with `>` alone; code between two lines of ```
 * - **bold**, *italic* and `code` between spaces or punctuation, within one line
 * - [words](https://…), also mailto: and swing:
 *
 * The round trip is exact: fromMarkdown(toMarkdown(doc)) equals doc for every document in canonical shape. What could
 * be misread is written with braces and breakers, as in {**mid**}word and {\}1. (see notation.ts). Of what a person typed
 * or pasted they are letters.
 */

/**
 * The document that a text describes, in canonical shape. Callers refuse texts over `markdownLimit` first.
 * @param meaning `written` is what toMarkdown wrote, `typed` what a person did, `pasted` knows the headings and bullets of
 *   other programs too, `beside` no sign at the start of a line, `numbers` nothing but numbered lists
 */
export function fromMarkdown(text: string, meaning: Meaning = 'written'): Doc {
	const clean = cleanText(text);
	if (meaning === 'written') return fromGuarded(withBreakers(clean));
	return fromGuarded(meaning === 'numbers' ? clean : withNotation(clean, ''), meaning);
}

/**
 * The document of a text that a person typed into a plain field.
 * @param held the lines of our notation that stood in it at the beginning
 */
export function fromTyped(text: string, held = ''): Doc {
	return fromGuarded(withNotation(cleanText(text), held), 'typed');
}

/** The document of a clean text in which breakers and guards are characters. */
export function fromGuarded(text: string, meaning: Meaning = 'written'): Doc {
	return normalizeDoc({ type: 'doc', content: new BlockReader(meaning).blocks(text.split('\n')) });
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

/** A text for the plain field, and the lines of it that hold our notation: fromTyped of both is the document again. */
export function toField(doc: Doc): { text: string; held: string } {
	const canonical = normalizeDoc(doc);
	const text = breakersWritten(new MarkdownWriter(null).blocks(canonical.content, () => false));
	if (JSON.stringify(fromTyped(text)) === JSON.stringify(canonical)) return { text, held: '' };
	const written = toMarkdown(canonical);
	return { text: written, held: notationIn(written) };
}
