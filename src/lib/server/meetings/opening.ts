import type { Doc } from '#lib/model/documents/doc.ts';
import { toText } from '#lib/model/documents/text.ts';

/** Characters of a post that are told elsewhere than in its thread. */
const told = 180;

/** How a text begins: whole words from the start, in one line; of an endless word whole letters. */
export function opening(doc: Doc): string {
	const line = toText(doc).text.replace(/\s+/gu, ' ').trim();
	if (line.length <= told) return line;
	const cut = line.slice(0, told + 1);
	const space = cut.lastIndexOf(' ');
	if (space > told / 2) return `${cut.slice(0, space)} …`;
	const letters = Array.from(new Intl.Segmenter().segment(cut), ({ segment }) => segment);
	return `${letters.slice(0, -1).join('')}…`;
}
