import type { Doc } from '#lib/model/documents/doc.ts';
import { toText } from '#lib/model/documents/text.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';

/** Characters of a post that are told elsewhere than in its thread. */
const told = 180;

/** What a post says where only words are shown: its own, or where it has none the names of its files. */
export function saidIn(doc: Doc, files: readonly Pick<AttachedFile, 'name'>[] | null | undefined): string {
	const { text } = toText(doc);
	return text.trim() === '' ? (files ?? []).map(({ name }) => name).join(', ') : text;
}

/** How a post begins: whole words from the start, in one line; of an endless word whole letters. */
export function opening(doc: Doc, files?: readonly Pick<AttachedFile, 'name'>[] | null): string {
	const line = saidIn(doc, files).replace(/\s+/gu, ' ').trim();
	if (line.length <= told) return line;
	const cut = line.slice(0, told + 1);
	const space = cut.lastIndexOf(' ');
	if (space > told / 2) return `${cut.slice(0, space)} …`;
	const letters = Array.from(new Intl.Segmenter().segment(cut), ({ segment }) => segment);
	return `${letters.slice(0, -1).join('')}…`;
}
