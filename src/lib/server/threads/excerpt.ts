import type { Doc } from '#lib/model/documents/doc.ts';
import { toldIn } from '#lib/model/documents/told.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { Excerpt } from '#lib/model/notifications/cards.ts';

/** Characters of a post that are told elsewhere than in its thread. */
const told = 180;

type Files = readonly Pick<AttachedFile, 'name'>[] | null | undefined;

/** What a post says where only words are shown: its own, or where it has none the names of its files. */
export function saidIn(doc: Doc, files: Files): string {
	return wordsOf(doc) || namesOf(files).join(', ');
}

/** How a post begins, and which files came with its words. */
export function excerptOfPost({ doc, lang, files }: { doc: Doc; lang: string; files: Files }): Excerpt {
	return { text: beginningOf(doc, files), lang, files: wordsOf(doc) ? namesOf(files) : [] };
}

function wordsOf(doc: Doc): string {
	const words = toldIn(doc);
	return words.trim() && words;
}

function namesOf(files: Files): string[] {
	return (files ?? []).map(({ name }) => name);
}

/** How a post begins: whole words from the start, in one line; of an endless word whole letters. */
export function beginningOf(doc: Doc, files?: Files): string {
	const line = saidIn(doc, files).replace(/\s+/gu, ' ').trim();
	if (line.length <= told) return line;
	const cut = line.slice(0, told + 1);
	const space = cut.lastIndexOf(' ');
	if (space > told / 2) return `${cut.slice(0, space)} …`;
	const letters = Array.from(new Intl.Segmenter().segment(cut), ({ segment }) => segment);
	return `${letters.slice(0, -1).join('')}…`;
}
