import { getSchema } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';
import { noLeavings, type Leavings } from '../../editor/office/office-leavings.ts';
import { pastedPage } from '../../editor/office/pasted-page.ts';
import { sectionJson } from '../section-document.ts';
import { sectionExtensions } from '../section-extensions.ts';
import { withFootnotes, withHeadings, withoutEmptyLines, withoutInnerQuotes } from './pasted-blocks.ts';
import { planOfPaste, type PastedSection } from './plan-of-paste.ts';
import { withPictures, type PastedPicture } from './pasted-pictures.ts';
import { withWholeTables } from './pasted-tables.ts';

/** What a paste says, in the words of a section's document. */
export interface ReadPaste {
	blocks: SectionBlock[];
	pictures: PastedPicture[];
	/** What could not come along. */
	left: Leavings;
	/** The sections that it would be by its headings; null where it is of one piece. */
	plan: PastedSection[] | null;
	/** Characters of its words. */
	length: number;
}

/** Characters of a paste at most, without its pictures. */
export const pasteLimit = 5_000_000;

export function isPasteTooLong(html: string, text: string): boolean {
	if (text.length > pasteLimit) return true;
	return html.length > pasteLimit && html.replace(/\bdata:image\/[a-z]+;base64,[\w+/=\s]+/gi, '').length > pasteLimit;
}

/**
 * The HTML of a clipboard as blocks: of Word, Google, LibreOffice, Excel and any other page.
 * @param files pictures that lie beside it on the clipboard
 */
export function readPaste(html: string, files: readonly File[] = []): ReadPaste {
	const { content, classes, left } = pastedPage(html);
	withFootnotes(content);
	const { pictures, lost } = withPictures(content, files);
	withoutInnerQuotes(content);
	const cells = withWholeTables(content, classes);
	withHeadings(content, classes);
	withoutEmptyLines(content);
	const doc = DOMParser.fromSchema(getSchema(sectionExtensions)).parse(content);
	const blocks = sectionJson(doc).content.filter((block) => block.type !== 'paragraph' || block.content !== undefined);
	return {
		blocks,
		pictures,
		left: { ...noLeavings, ...left, ...cells, pictures: lost },
		plan: planOfPaste(blocks),
		length: doc.textContent.length
	};
}
