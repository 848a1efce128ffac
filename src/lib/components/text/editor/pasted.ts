import { Fragment, Slice, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import type { Selection } from '@tiptap/pm/state';
import { addressesIn } from '#lib/model/documents/addresses.ts';
import { cleanText } from '#lib/model/documents/clean.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';

/** What no letter has: code between fences, a link, words in bold. */
const sure: readonly RegExp[] = [
	/^ {0,3}```[\w+#.-]*[ \t]*\n(?:.*\n)*? {0,3}```[ \t]*$/m,
	/\[[^[\]\n]+\]\((?:https?:\/\/|mailto:|swing:)[^()\s]+\)/,
	/(?<![^\s([{«„“"'])\*\*(?=[\p{L}\p{N}«„“"'([])[^*\n]*[^\s*]\*\*(?![\p{L}\p{N}*])/u
];

/** What a letter may have too, each by itself: a heading between empty lines, a list, words as code. */
const likely: readonly RegExp[] = [
	/(?:^|\n[ \t]*\n)#{1,6} \p{L}[^\n]*(?:\n[ \t]*\n|$)/u,
	/^ {0,3}(?:(?:[-*]|\+(?! +\d)) \S.*\n+ {0,3}(?:[-*]|\+(?! +\d)) \S|1\. \S.*\n+ {0,3}2\. \S)/m,
	/(?<![^\s(])`[^\s`](?:[^`\n]*[^\s`])?`(?![\p{L}\p{N}`])/u
];

/** Whether a plain text is surely written as Markdown: by one sign that nothing else has, or by two that go together. */
export function isSurelyMarkdown(text: string): boolean {
	const plain = text.replace(/\r\n?/g, '\n');
	return sure.some((sign) => sign.test(plain)) || likely.filter((sign) => sign.test(plain)).length > 1;
}

/** A line as it stands, its addresses as links. */
function lineNodes(line: string, schema: Schema, marks: readonly Mark[]): Node[] {
	const nodes: Node[] = [];
	let done = 0;
	const say = (text: string, on: readonly Mark[]): void => {
		if (text !== '') nodes.push(schema.text(text, on));
	};
	for (const { index, text, href } of marks.some(({ type }) => type.spec.code) ? [] : addressesIn(line)) {
		say(line.slice(done, index), marks);
		say(text, [...marks, schema.mark('link', { href })]);
		done = index + text.length;
	}
	say(line.slice(done), marks);
	return nodes;
}

/** A text letter by letter: an empty line parts paragraphs. */
function asItStands(text: string, schema: Schema, marks: readonly Mark[]): Fragment {
	const paragraphs = text.replace(/^\n+|\n+$/g, '').split(/\n(?:[ \t]*\n)+/);
	return Fragment.from(
		paragraphs.map((paragraph) => {
			const lines = paragraph.split('\n').map((line) => lineNodes(line, schema, marks));
			return schema.node(
				'paragraph',
				null,
				lines.flatMap((line, place) => (place === 0 ? line : [schema.node('hardBreak'), ...line]))
			);
		})
	);
}

/** Where a text comes in. */
interface Spot {
	/** Whether other words stand there, or it is in a list or a quotation: a sign at the start of a line would be lost. */
	beside: boolean;
	/** What stands at the caret is marked so; within code everything is code. */
	marks: readonly Mark[];
}

/** Whether what is selected, or the caret, is all there is of a paragraph by itself. */
export function isBeside({ $from, $to }: Selection): boolean {
	return $from.depth > 1 || $from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size;
}

/** The document of a text that is more than its words; a list begins at 1 and goes up one by one. */
function meant(text: string, beside: boolean): Doc | null {
	if (isSurelyMarkdown(text)) return fromMarkdown(text, beside ? 'beside' : 'pasted');
	const numbered = beside ? null : fromMarkdown(text, 'numbers');
	return numbered?.content.some(({ type }) => type === 'orderedList') ? numbered : null;
}

/**
 * What a pasted plain text puts into the document.
 * @param fit makes of a post's document one that the schema knows
 */
export function pastedSlice(text: string, literally: boolean, schema: Schema, { beside, marks }: Spot, fit = (doc: Doc) => doc): Slice {
	const clean = cleanText(text);
	const code = marks.some(({ type }) => type.spec.code);
	const doc = literally || code ? null : meant(clean, beside);
	let content = doc ? Fragment.from(schema.nodeFromJSON(fit(doc)).content) : asItStands(clean, schema, marks);
	// What is not words stays apart from those before it and behind it.
	if (beside && content.firstChild?.type.name !== 'paragraph') content = content.addToStart(schema.node('paragraph'));
	if (beside && content.lastChild?.type.name !== 'paragraph') content = content.addToEnd(schema.node('paragraph'));
	const open = (block: Node | null): number => (block?.type.name === 'paragraph' ? 1 : 0);
	return new Slice(content, open(content.firstChild), open(content.lastChild));
}
