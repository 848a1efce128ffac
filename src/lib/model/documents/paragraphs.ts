import type { Block, Doc, Inline } from './doc.ts';

function changed(block: Block, change: (content: Inline[]) => Inline[]): Block {
	switch (block.type) {
		case 'paragraph':
			return block.content ? { ...block, content: change(block.content) } : block;
		case 'codeBlock':
			return block;
		case 'blockquote':
			return { ...block, content: block.content.map((inner) => changed(inner, change)) };
		case 'bulletList':
		case 'orderedList':
			return {
				...block,
				content: block.content.map((item) => ({ ...item, content: item.content.map((inner) => changed(inner, change)) }))
			};
	}
}

/** The same document with the content of each of its paragraphs changed, in the order of reading. */
export function mapParagraphs(doc: Doc, change: (content: Inline[]) => Inline[]): Doc {
	return { type: 'doc', content: doc.content.map((block) => changed(block, change)) };
}
