/** Any document as ProseMirror writes it, that of a post among them. */
interface MappedNode {
	type: string;
	text?: string;
	attrs?: object | null;
	content?: readonly MappedNode[];
}

/** A stretch of the text and its place in the document: the inside of one block of words, or what is no word. */
interface Stretch {
	offset: number;
	position: number;
	/** Characters of the text. */
	length: number;
	/** Positions of the document: as many as characters, but one alone for a picture with its caption. */
	size: number;
}

/** The words of a footnote in the text, and where it is called in the document. */
export interface MappedFootnote {
	id: string;
	offset: number;
	length: number;
	position: number;
}

export interface TextMap {
	/**
	 * The words alone, in NFC as the documents are: one \n ends every block of words (in a table the last one of a cell ends
	 * the cell), one stands for a hard break, and U+FFFC for what is no word: a picture, followed by its caption, and the place
	 * where a footnote is called. The words of footnotes stand at the end, each ended by \n.
	 */
	text: string;
	footnotes: readonly MappedFootnote[];
	/**
	 * The ProseMirror position of an offset (UTF-16 units). Words of a footnote or caption lie at the one position of what they
	 * belong to: where both ends of some words have the same position, they are the node that begins there.
	 */
	toDoc(offset: number): number;
	/** The offset of a ProseMirror position; one between blocks is taken as the start of the next. */
	toText(position: number): number;
}

const ofWords = ['paragraph', 'codeBlock', 'heading'];
/** A row of a table may be empty, where cells from above cover it. */
const neverAtoms = ['doc', 'tableRow'];
const atom = '\ufffc';

/** An attribute that is a string; '' for every other. */
function said({ attrs }: MappedNode, name: 'id' | 'text' | 'caption'): string {
	const value = (attrs as Partial<Record<typeof name, unknown>> | null | undefined)?.[name];
	return typeof value === 'string' ? value : '';
}

function inlineText({ type, text }: MappedNode): string {
	return text ?? (type === 'hardBreak' ? '\n' : atom);
}

/** What stands for a block that is no container and has no words inside. */
function atomText(node: MappedNode): string {
	return atom + said(node, 'caption');
}

function isAtom({ type, content = [] }: MappedNode): boolean {
	return content.length === 0 && !neverAtoms.includes(type);
}

/** Words that are read elsewhere. */
function hasWords({ type, attrs }: MappedNode): boolean {
	return type === 'footnote' && typeof attrs === 'object' && attrs !== null && 'text' in attrs;
}

function bodyOf(node: MappedNode, footnotes: MappedNode[]): string {
	const { type, content = [] } = node;
	if (ofWords.includes(type)) {
		footnotes.push(...content.filter(hasWords));
		return content.map(inlineText).join('') + '\n';
	}
	return isAtom(node) ? `${atomText(node)}\n` : content.map((child) => bodyOf(child, footnotes)).join('');
}

/** The words alone, as the text map has them. Browsers need no more of it. */
export function textOf(doc: MappedNode): string {
	const footnotes: MappedNode[] = [];
	const body = bodyOf(doc, footnotes);
	return footnotes.reduce((text, node) => `${text}${said(node, 'text')}\n`, body);
}

interface Flat {
	text: string;
	stretches: Stretch[];
	size: number;
	footnotes: MappedFootnote[];
	/** Where the words of footnotes begin. */
	end: number;
}

function flatten(doc: MappedNode): Flat {
	const stretches: Stretch[] = [];
	const called: { position: number; node: MappedNode }[] = [];
	let text = '';
	let position = 0;
	const say = (own: string, size = own.length): void => {
		stretches.push({ offset: text.length, position, length: own.length, size });
		text += own + '\n';
		position += size;
	};
	const sayWords = (content: readonly MappedNode[]): void => {
		let inside = position;
		for (const node of content) {
			if (hasWords(node)) called.push({ position: inside, node });
			inside += node.text?.length ?? 1;
		}
		say(content.map(inlineText).join(''));
	};
	const visit = (node: MappedNode): void => {
		const { type, content = [] } = node;
		const isOfWords = ofWords.includes(type);
		// A picture or a rule between blocks has no inside.
		if (!isOfWords && isAtom(node)) return say(atomText(node), 1);
		position += 1;
		if (isOfWords) sayWords(content);
		else content.forEach(visit);
		position += 1;
	};
	doc.content?.forEach(visit);
	const end = text.length;
	const footnotes = called.map(({ position: at, node }): MappedFootnote => {
		const own = said(node, 'text');
		const footnote = { id: said(node, 'id'), offset: text.length, length: own.length, position: at };
		text += own + '\n';
		return footnote;
	});
	return { text, stretches, size: position, footnotes, end };
}

/** The last of those in order that begins at or before `value`. */
function lastBefore<By extends 'offset' | 'position'>(all: readonly Record<By, number>[], by: By, value: number): number {
	let low = 0;
	let high = all.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const one = all[middle];
		if (one && one[by] <= value) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** The only place that maps between the words of a document and the document. */
export function textMapOf(doc: MappedNode): TextMap {
	const { text, stretches, size, footnotes, end } = flatten(doc);
	return {
		text,
		footnotes,
		toDoc(offset) {
			const within = Math.max(0, offset);
			if (within >= text.length) return size;
			if (within >= end) return footnotes[lastBefore(footnotes, 'offset', within)]?.position ?? size;
			const stretch = stretches[lastBefore(stretches, 'offset', within)];
			if (!stretch) return size;
			const inside = within - stretch.offset;
			if (stretch.length === stretch.size) return stretch.position + inside;
			return stretch.position + (inside < stretch.length ? 0 : stretch.size);
		},
		toText(position) {
			const index = lastBefore(stretches, 'position', position);
			const stretch = stretches[index];
			if (!stretch) return 0;
			const inside = position - stretch.position;
			if (inside === stretch.size) return stretch.offset + stretch.length;
			if (inside < stretch.size) return stretch.offset + inside;
			return stretches[index + 1]?.offset ?? end;
		}
	};
}
