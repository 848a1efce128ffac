import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { fromMarkdown as parse } from 'mdast-util-from-markdown';
import { toMarkdown as print, type Handle, type Unsafe } from 'mdast-util-to-markdown';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type { Doc } from './doc.ts';
import { isIntricate } from './intricate.ts';
import { fromMdast } from './mdast-in.ts';
import { toMdast } from './mdast-out.ts';
import { normalizeDoc } from './normalize.ts';

/*
 * Markdown is how a post is written without JavaScript, and what is understood when pasted. The round trip is exact:
 * fromMarkdown(toMarkdown(doc)) equals doc for every document in canonical shape.
 */

/** Addresses become links as the syntax says; the second look over the parsed text would undo escapes. */
const literalLinks = { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };

/** Where text without a link could be read as an address. */
const addresses: Unsafe[] = [
	{ character: '@', after: '[-.\\w]' },
	{ character: '.', before: '[Ww]' },
	{ character: ':', before: '[PpSs]', after: '/' }
].map((pattern) => ({ ...pattern, inConstruct: 'phrasing', notInConstruct: ['autolink', 'link', 'label'] }));

/** Inside emphasis an underscore within a word could end it, when a neighbour has to be written as a reference. */
const text: Handle = (node: { value: string }, _parent, state, info) => {
	const safe = state.safe(node.value, info);
	const emphasized = state.stack.includes('emphasis') || state.stack.includes('strong');
	return emphasized ? safe.replace(/(?<!\\)((?:\\\\)*)_/g, '$1\\_') : safe;
};

/**
 * The document a Markdown text describes, in canonical shape. What the schema does not know stays as words: headings
 * are bold paragraphs, images links, tables and HTML literal text. A line end is a line end, as in a letter.
 * Callers refuse texts over `markdownLimit` first.
 */
export function fromMarkdown(markdown: string): Doc {
	if (isIntricate(markdown)) return literally(markdown);
	const tree = parse(markdown.replaceAll('\0', ''), {
		extensions: [gfmAutolinkLiteral()],
		mdastExtensions: [literalLinks]
	});
	return normalizeDoc(fromMdast(tree));
}

function literally(text: string): Doc {
	return normalizeDoc({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
}

/** The Markdown of a document in canonical shape. */
export function toMarkdown(doc: Doc): string {
	return print(toMdast(doc), {
		bullet: '-',
		unsafe: addresses,
		handlers: { break: () => '\n', text }
	});
}
