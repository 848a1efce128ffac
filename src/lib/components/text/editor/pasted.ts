import { Fragment, Slice, type Schema } from '@tiptap/pm/model';
import type { Doc } from '#lib/model/documents/doc.ts';
import { withLinks } from '#lib/model/documents/addresses.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';

const signs: readonly RegExp[] = [
	/^#{1,6} \S/m,
	/^ {0,3}[-*+] \S.*\n+ {0,3}[-*+] \S/m,
	/^ {0,3}\d{1,3}[.)] \S.*\n+ {0,3}\d{1,3}[.)] \S/m,
	/^ {0,3}> \S/m,
	/^ {0,3}```/m,
	/(?<![\p{L}\d*])\*\*\S(?:.*?\S)?\*\*/u,
	/\[[^\]\n]+\]\((?:https?:\/\/|mailto:|swing:)[^)\s]+\)/,
	/(?<!`)`[^`\n]+`(?!`)/
];

/** Whether a plain text is plainly written as Markdown. */
export function looksLikeMarkdown(text: string): boolean {
	return signs.some((sign) => sign.test(text));
}

function asWritten(text: string): Doc {
	return normalizeDoc({
		type: 'doc',
		content: text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]
	});
}

/** What a pasted plain text puts into the document: formatting when it is Markdown, else its lines as they are. */
export function pastedSlice(text: string, literally: boolean, schema: Schema): Slice {
	const markdown = !literally && looksLikeMarkdown(text);
	const doc = withLinks(markdown ? fromMarkdown(text) : asWritten(text));
	const node = schema.nodeFromJSON(doc);
	const open = (block: typeof node | null): number => (block?.type.name === 'paragraph' ? 1 : 0);
	return new Slice(Fragment.from(node.content), open(node.firstChild), open(node.lastChild));
}
