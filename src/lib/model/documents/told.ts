import type { Block, Doc, ListItem } from './doc.ts';
import { textOf } from './text-map.ts';

/** What stands before an item: its number is part of what was said. */
function sign(list: Block, place: number): string {
	return list.type === 'orderedList' ? `${(list.attrs?.start ?? 1) + place}. ` : '• ';
}

function linesOf(blocks: readonly Block[]): string {
	return blocks.map(wordsOf).join('');
}

function wordsOf(block: Block): string {
	switch (block.type) {
		case 'bulletList':
		case 'orderedList':
			return block.content.map(({ content }: ListItem, place) => sign(block, place) + linesOf(content)).join('');
		case 'blockquote':
			return linesOf(block.content);
		default:
			return textOf({ type: 'doc', content: [block] });
	}
}

/** What a document says where only words are shown: its text with the signs of its lists, each block and hard break ended by \n. */
export function toldIn(doc: Doc): string {
	return linesOf(doc.content);
}
