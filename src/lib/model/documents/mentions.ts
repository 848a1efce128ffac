import type { Doc, Inline } from './doc.ts';
import { mapParagraphs } from './paragraphs.ts';
import { stretchesOf, stretchWords } from './stretches.ts';

/*
 * A mention of a person or a city is a link to an address of our own, whose words are @ and the name. So its words stay
 * in the text, and Markdown says it as any link: [@Ilze Ozolkalne](swing:person/…).
 */

export interface Mention {
	kind: 'person' | 'city';
	/** The person's id, or the city's code. */
	id: string;
}

/** A mention as it stands in a text. */
export interface SaidMention extends Mention {
	words: string;
}

const address = /^swing:(?:(person)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})|(city)\/([a-z]{2,8}))$/;

export function personMention(id: string): string {
	return `swing:person/${id}`;
}

export function cityMention(code: string): string {
	return `swing:city/${code}`;
}

/** Whom or what an address mentions; null for every other address. */
export function mentionIn(href: string): Mention | null {
	const [, person, personId, city, code] = address.exec(href) ?? [];
	if (person && personId) return { kind: 'person', id: personId };
	return city && code ? { kind: 'city', id: code } : null;
}

/** Every mention of a document, in the order of reading. */
export function mentionsIn(doc: Doc): SaidMention[] {
	const found: SaidMention[] = [];
	sayMentions(doc, (mention) => {
		found.push(mention);
		return mention.words;
	});
	return found;
}

/**
 * The same document with its mentions said so; no longer in canonical shape.
 * @param say the words of a mention; null where it does not hold, and its words are to be plain
 */
export function sayMentions(doc: Doc, say: (mention: SaidMention) => string | null): Doc {
	return mapParagraphs(doc, (content) =>
		stretchesOf(content).flatMap((stretch) => {
			const mention = stretch.href === undefined ? null : mentionIn(stretch.href);
			if (!mention) return stretch.nodes;
			const before = stretchWords(stretch);
			const words = say({ ...mention, words: before });
			if (words === null) return stretch.nodes.map(unlinked);
			const [first] = stretch.nodes;
			return words === before || !first ? stretch.nodes : [{ type: 'text', text: words, ...(first.marks && { marks: first.marks }) }];
		})
	);
}

function unlinked({ marks = [], ...node }: Inline): Inline {
	const others = marks.filter((mark) => mark.type !== 'link');
	return others.length > 0 ? { ...node, marks: others } : node;
}
