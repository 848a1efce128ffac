import type { Doc, Inline, Text } from './doc.ts';
import { isLinkable } from './href.ts';
import { mapParagraphs } from './paragraphs.ts';

export interface Address {
	/** Where it begins in the text. */
	index: number;
	text: string;
	href: string;
}

const candidate = /(?<![\p{L}\d@/.-])(?:https?:\/\/|www\.)[^\s<>"“”„«»]+/giu;

/** Without the punctuation of the sentence, and without a bracket that was opened before the address. */
function trimmed(found: string): string {
	let text = found.replace(/[.,;:!?'’*_~]+$/u, '');
	while (text.endsWith(')') && text.split(')').length > text.split('(').length) {
		text = text.slice(0, -1).replace(/[.,;:!?]+$/, '');
	}
	return text;
}

/** The web addresses that stand bare in a text. */
export function addressesIn(text: string): Address[] {
	return [...text.matchAll(candidate)].flatMap((match) => {
		const said = trimmed(match[0]);
		const href = /^www\./i.test(said) ? `https://${said}` : said;
		return isLinkable(href) && /\..|localhost/.test(said) ? [{ index: match.index, text: said, href }] : [];
	});
}

function linkedText(node: Text): Text[] {
	if (node.marks?.some((mark) => mark.type === 'link' || mark.type === 'code')) return [node];
	const parts: Text[] = [];
	let done = 0;
	const marks = node.marks ?? [];
	for (const { index, text, href } of addressesIn(node.text)) {
		if (index > done) parts.push({ ...node, text: node.text.slice(done, index) });
		parts.push({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }, ...marks] });
		done = index + text.length;
	}
	return done === 0 ? [node] : [...parts, { ...node, text: node.text.slice(done) }].filter((part) => part.text !== '');
}

/** The same document with its bare web addresses as links. */
export function withLinks(doc: Doc): Doc {
	return mapParagraphs(doc, (content) => content.flatMap((node): Inline[] => (node.type === 'text' ? linkedText(node) : [node])));
}
