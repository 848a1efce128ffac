import { sectionLimits, type SectionBlock } from '#lib/model/documents/section-doc.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import type { Editor } from '@tiptap/core';
import type { Block, Inline } from '#lib/model/documents/doc.ts';
import { isBeside, pastedSlice } from '../editor/pasted.ts';
import { tableInText } from './paste/table-in-text.ts';
import { isPasteTooLong, readPaste, type ReadPaste } from './paste/read-paste.ts';
import { fitting } from './put-blocks.ts';

/** What is to be done about a paste. */
export type Pasted =
	/** The editor's own way: it was copied in a text of ours. */
	| { kind: 'own' }
	| { kind: 'tooLong' }
	/** `others` is how many files beside them are no pictures, which cannot stand in a text. */
	| { kind: 'pictures'; files: File[]; others: number }
	| { kind: 'read'; read: ReadPaste }
	| { kind: 'text'; text: string };

const isPicture = ({ type }: File): boolean => /^image\/(?:png|jpe?g|gif|webp|avif)$/.test(type);

/** Whether this was copied in a text of ours. */
export const isOwnCopy = (html: string): boolean => html.includes('data-pm-slice');

/** Some systems lay the names of copied files beside them as words. */
function isNames(text: string, files: readonly File[]): boolean {
	const lines = text.split(/\r\n?|\n/).filter((line) => line !== '');
	const names = new Set(files.map(({ name }) => name));
	return lines.length === files.length && lines.every((line) => names.has(line));
}

/** @param plain whether only the words are wanted */
export function pastedIn(data: DataTransfer, plain: boolean): Pasted {
	const all = [...data.files];
	const files = all.filter(isPicture);
	const pictures: Pasted = { kind: 'pictures', files, others: all.length - files.length };
	const [html, said] = [plain ? '' : data.getData('text/html'), data.getData('text/plain')];
	const text = html === '' && isNames(said, all) ? '' : said;
	if (isPasteTooLong(html, text)) return { kind: 'tooLong' };
	if (isOwnCopy(html)) return { kind: 'own' };
	if (html === '' && text === '') return all.length > 0 ? pictures : { kind: 'own' };
	if (html === '') {
		const table = plain ? null : tableInText(text);
		return table === null ? { kind: 'text', text } : { kind: 'read', read: readPaste(table) };
	}
	const read = readPaste(html, files);
	// A picture copied by itself: a page around it says where it was.
	if (read.blocks.length === 0 && files.length > 0) return pictures;
	return { kind: 'read', read };
}

function plainWords(content: readonly Inline[] = []): Inline[] {
	return content.map((node) => (node.marks ? { ...node, marks: node.marks.filter(({ type }) => type !== 'code') } : node));
}

/** A post's blocks without code, which the text of a plan does not have; quotations stand by themselves only. */
function withoutCode(blocks: readonly Block[], isNested = false): Block[] {
	return blocks.flatMap((block): Block[] => {
		switch (block.type) {
			case 'paragraph':
				return [{ ...block, content: plainWords(block.content) }];
			case 'codeBlock': {
				const lines = (block.content ?? [])
					.map(({ text }) => text)
					.join('')
					.split('\n');
				const words = lines.flatMap((text): Inline[] => [
					{ type: 'hardBreak' },
					...(text ? [{ type: 'text' as const, text }] : [])
				]);
				return [{ type: 'paragraph', content: words.slice(1) }];
			}
			case 'blockquote': {
				const content = withoutCode(block.content, true);
				return isNested ? content : [{ ...block, content }];
			}
			default:
				return [{ ...block, content: block.content.map((item) => ({ ...item, content: withoutCode(item.content, true) })) }];
		}
	});
}

/** Puts plain text in as it stands; what is surely a list or has marks, as in a post. */
export function pasteText({ state, view }: Editor, text: string, literally: boolean): void {
	const { $from } = state.selection;
	const spot = { beside: isBeside(state.selection), marks: state.storedMarks ?? $from.marks() };
	const slice = pastedSlice(text, literally, state.schema, spot, (doc) => ({ ...doc, content: withoutCode(doc.content) }));
	view.dispatch(state.tr.replaceSelection(fitting(slice, state)).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}

/** Characters of the words of blocks. */
export function lengthOf(content: SectionBlock[]): number {
	return textOf({ type: 'doc', content }).length;
}

/** Whether a section may have so many characters more. */
export function hasRoom({ state }: Editor, more: number): boolean {
	return state.doc.textContent.length + more <= sectionLimits.text;
}
