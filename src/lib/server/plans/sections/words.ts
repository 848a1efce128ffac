import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { textOf } from '#lib/model/documents/text-map.ts';

/** Characters of what there is to read; 0 where there is nothing but empty lines. */
export function wordsIn(doc: SectionDoc): number {
	return textOf(doc).trim().length;
}
