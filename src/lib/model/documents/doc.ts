/**
 * The document of a post: ProseMirror JSON of a small schema. Paragraphs, lists, quotations and code blocks;
 * bold, italic, code and links within them. An empty document is one empty paragraph.
 */
export interface Doc {
	type: 'doc';
	content: Block[];
}

export type Block = Paragraph | BulletList | OrderedList | Blockquote | CodeBlock;

export interface Paragraph {
	type: 'paragraph';
	content?: Inline[];
}
export interface BulletList {
	type: 'bulletList';
	content: ListItem[];
}
export interface OrderedList {
	type: 'orderedList';
	attrs?: { start: number };
	content: ListItem[];
}
/** Begins with a paragraph, which may be empty. */
export interface ListItem {
	type: 'listItem';
	content: Block[];
}
export interface Blockquote {
	type: 'blockquote';
	content: Block[];
}
export interface CodeBlock {
	type: 'codeBlock';
	attrs?: { language: string | null };
	content?: Text[];
}

export type Inline = Text | HardBreak;
export interface Text {
	type: 'text';
	text: string;
	marks?: Mark[];
}
export interface HardBreak {
	type: 'hardBreak';
	marks?: Mark[];
}

export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'code' } | { type: 'link'; attrs: { href: string } };

export const emptyDoc: Doc = { type: 'doc', content: [{ type: 'paragraph' }] };
