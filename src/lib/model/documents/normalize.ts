import { cleanText } from './clean.ts';
import { emptyDoc, type Block, type CodeBlock, type Doc, type Inline, type ListItem, type Paragraph } from './doc.ts';
import { docLimits } from './limits.ts';
import { fromLines, toLines, type InlineLine } from './inline.ts';

/*
 * The canonical shape: what two people would call the same text is the same document, and Markdown can say it.
 * Text is clean, neighbours with equal marks are one node, marks stand in one order; space behind lines and at the ends
 * of marked stretches is gone, so is every block without content; two hard breaks are a new paragraph; a list item
 * begins with a paragraph; a number alone is no list; bare addresses are links; attributes that say the default are left out.
 */

const languageName = /^[\w+#.-]{1,40}$/;

export function isLanguageName(name: string): boolean {
	return languageName.test(name);
}

/** One paragraph, or several where lines between were left empty. */
export function paragraphs(content: readonly Inline[]): Paragraph[] {
	let group: InlineLine[] = [];
	const groups = [group];
	for (const line of toLines(content)) {
		if (line.length > 0) group.push(line);
		else groups.push((group = []));
	}
	return groups.filter((lines) => lines.length > 0).map((lines) => ({ type: 'paragraph', content: fromLines(lines) }));
}

function normalCode(node: CodeBlock): CodeBlock[] {
	const text = cleanText((node.content ?? []).map((child) => child.text).join(''));
	if (text.trim() === '') return [];
	const language = node.attrs?.language;
	const attrs = language && isLanguageName(language) ? { attrs: { language } } : {};
	return [{ type: 'codeBlock', ...attrs, content: [{ type: 'text', text }] }];
}

function normalItem(item: ListItem): ListItem[] {
	const content = normalBlocks(item.content);
	if (content.length === 0) return [];
	if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
	return [{ type: 'listItem', content }];
}

/** One number alone is no list but the beginning of a sentence, most often a date. */
function withNumber(start: number, { content: [first, ...rest] }: ListItem): Block[] {
	const said = first?.type === 'paragraph' ? (first.content ?? []) : [];
	return [...paragraphs([{ type: 'text', text: `${start}. ` }, ...said]), ...rest];
}

function normalBlock(block: Block): Block[] {
	switch (block.type) {
		case 'paragraph':
			return paragraphs(block.content ?? []);
		case 'codeBlock':
			return normalCode(block);
		case 'blockquote': {
			const content = normalBlocks(block.content);
			return content.length > 0 ? [{ type: 'blockquote', content }] : [];
		}
		case 'bulletList':
		case 'orderedList': {
			const content = block.content.flatMap(normalItem);
			if (content.length === 0) return [];
			if (block.type === 'bulletList') return [{ type: 'bulletList', content }];
			const start = Math.min(block.attrs?.start ?? 1, docLimits.start);
			const [only] = content;
			if (only && content.length === 1) return withNumber(start, only);
			return [{ type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content }];
		}
	}
}

function normalBlocks(blocks: readonly Block[]): Block[] {
	return blocks.flatMap(normalBlock);
}

/** The canonical shape of a document that follows the schema. Normalizing twice changes nothing more. */
export function normalizeDoc(doc: Doc): Doc {
	const content = normalBlocks(doc.content);
	return content.length > 0 ? { type: 'doc', content } : emptyDoc;
}
