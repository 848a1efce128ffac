import { gfmAutolinkLiteralFromMarkdown, gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { fromMarkdown as parse } from 'mdast-util-from-markdown';
import { toMarkdown as print } from 'mdast-util-to-markdown';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type { Doc } from './doc.ts';
import { fromMdast } from './mdast-in.ts';
import { toMdast } from './mdast-out.ts';
import { normalizeDoc } from './normalize.ts';

/*
 * Markdown is how a post is written without JavaScript, and what is understood when pasted. The round trip is exact:
 * fromMarkdown(toMarkdown(doc)) equals doc for every document in canonical shape.
 */

/** Addresses become links as the syntax says; the second look over the parsed text would undo escapes. */
const literalLinks = { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };

/**
 * The document a Markdown text describes, in canonical shape. What the schema does not know stays as words: headings
 * are bold paragraphs, images links, tables and HTML literal text. A line end is a line end, as in a letter.
 * Callers refuse texts over `markdownLimit` first.
 */
export function fromMarkdown(markdown: string): Doc {
	const tree = parse(markdown.replaceAll('\0', ''), {
		extensions: [gfmAutolinkLiteral()],
		mdastExtensions: [literalLinks]
	});
	return normalizeDoc(fromMdast(tree));
}

/** The Markdown of a document in canonical shape. */
export function toMarkdown(doc: Doc): string {
	return print(toMdast(doc), {
		bullet: '-',
		emphasis: '_',
		extensions: [gfmAutolinkLiteralToMarkdown()],
		handlers: { break: () => '\n' }
	});
}
