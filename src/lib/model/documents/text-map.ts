/** Any document as ProseMirror writes it, that of a post among them. */
interface MappedNode {
	type: string;
	text?: string;
	content?: readonly MappedNode[];
}

/** A stretch where text offsets and document positions run in step: the inside of one block of words. */
interface Stretch {
	offset: number;
	position: number;
	length: number;
}

export interface TextMap {
	/**
	 * The words alone, in NFC as the documents are: one \n ends every block of words (in a table the last one of a cell ends
	 * the cell), one stands for a hard break, and U+FFFC for what is no word.
	 */
	text: string;
	/** The ProseMirror position of an offset (UTF-16 units). */
	toDoc(offset: number): number;
	/** The offset of a ProseMirror position; one between blocks is taken as the start of the next. */
	toText(position: number): number;
}

const ofWords = ['paragraph', 'codeBlock', 'heading'];
const atom = '\ufffc';

function inlineText({ type, text }: MappedNode): string {
	return text ?? (type === 'hardBreak' ? '\n' : atom);
}

/** The words alone, as the text map has them. Browsers need no more of it. */
export function textOf({ type, content = [] }: MappedNode): string {
	if (ofWords.includes(type)) return content.map(inlineText).join('') + '\n';
	return content.length > 0 || type === 'doc' ? content.map(textOf).join('') : `${atom}\n`;
}

function flatten(doc: MappedNode): { text: string; stretches: Stretch[]; size: number } {
	const stretches: Stretch[] = [];
	let text = '';
	let position = 0;
	const say = (own: string): void => {
		stretches.push({ offset: text.length, position, length: own.length });
		text += own + '\n';
		position += own.length;
	};
	const visit = ({ type, content = [] }: MappedNode): void => {
		const isOfWords = ofWords.includes(type);
		// A picture or a rule between blocks has no inside.
		if (!isOfWords && content.length === 0) return say(atom);
		position += 1;
		if (isOfWords) say(content.map(inlineText).join(''));
		else content.forEach(visit);
		position += 1;
	};
	doc.content?.forEach(visit);
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
export function textMapOf(doc: MappedNode): TextMap {
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
