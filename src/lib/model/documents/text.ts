import type { Block, Doc, Inline, ListItem } from './doc.ts';

/** A stretch where text offsets and document positions run in step: the inside of one paragraph or code block. */
interface Stretch {
	offset: number;
	position: number;
	length: number;
}

export interface TextMap {
	/** The words alone: one \n ends every paragraph and code block, one stands for a hard break. */
	text: string;
	/** The ProseMirror position of an offset (UTF-16 units). */
	toDoc(offset: number): number;
	/** The offset of a ProseMirror position; one between blocks is taken as the start of the next. */
	toText(position: number): number;
}

function inlineText(node: Inline): string {
	return node.type === 'text' ? node.text : '\n';
}

function flatten(doc: Doc): { text: string; stretches: Stretch[]; size: number } {
	const stretches: Stretch[] = [];
	let text = '';
	let position = 0;
	const visit = (node: Block | ListItem): void => {
		position += 1;
		if (node.type === 'paragraph' || node.type === 'codeBlock') {
			const own = (node.content ?? []).map(inlineText).join('');
			stretches.push({ offset: text.length, position, length: own.length });
			text += own + '\n';
			position += own.length;
		} else node.content.forEach(visit);
		position += 1;
	};
	doc.content.forEach(visit);
	return { text, stretches, size: position };
}

/** The last stretch that begins at or before `value`. */
function lastBefore(stretches: Stretch[], by: 'offset' | 'position', value: number): number {
	let low = 0;
	let high = stretches.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const stretch = stretches[middle];
		if (stretch && stretch[by] <= value) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** The only place that maps between the words of a document and the document. */
export function toText(doc: Doc): TextMap {
	const { text, stretches, size } = flatten(doc);
	return {
		text,
		toDoc(offset) {
			const within = Math.max(0, offset);
			const stretch = stretches[lastBefore(stretches, 'offset', within)];
			if (!stretch || within >= text.length) return size;
			return stretch.position + within - stretch.offset;
		},
		toText(position) {
			const index = lastBefore(stretches, 'position', position);
			const stretch = stretches[index];
			if (!stretch) return 0;
			const inside = position - stretch.position;
			if (inside <= stretch.length) return stretch.offset + inside;
			return stretches[index + 1]?.offset ?? text.length;
		}
	};
}
