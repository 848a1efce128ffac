import type { SectionBlock, SectionDoc, SectionText } from '#lib/model/documents/section-doc.ts';
import { idOf } from '../../../demo/id-of.ts';

export function bold(text: string): SectionText {
	return { type: 'text', text, marks: [{ type: 'bold' }] };
}

export function italic(text: string): SectionText {
	return { type: 'text', text, marks: [{ type: 'italic' }] };
}

/** Leads to a city, by its code. */
export function toCity(text: string, code: string): SectionText {
	return { type: 'text', text, marks: [{ type: 'link', attrs: { href: `swing:city/${code}` } }] };
}

const byTitle = 'practice:';

/** Leads to an entry of the demo, by its title; where it lies is known when the demo is filled. */
export function toPractice(text: string, title: string): SectionText {
	return { type: 'text', text, marks: [{ type: 'link', attrs: { href: byTitle + title } }] };
}

/** The same document, leading to entries by their ids. @param ids by title @throws Error for an entry that the demo does not have */
export function withPracticeIds(doc: SectionDoc, ids: Map<string, string>): SectionDoc {
	return JSON.parse(JSON.stringify(doc), (key, value: unknown) =>
		key === 'href' && typeof value === 'string' && value.startsWith(byTitle)
			? `swing:practice/${idOf(ids, value.slice(byTitle.length))}`
			: value
	) as SectionDoc;
}

/** What names a part of an entry, by both titles. */
export function keyOfPart(practice: string, part: string): string {
	return `${practice}, ${part}`;
}

/**
 * A document that shows files in place of their names; where the demo has no files, nothing stands there.
 * @param ids by name
 */
export function withDemoPictures(blocks: readonly SectionBlock[], ids: Map<string, string>): SectionDoc {
	const content = blocks.flatMap((block): SectionBlock[] => {
		if (block.type !== 'picture') return [block];
		const file = ids.get(block.attrs.file);
		return file ? [{ ...block, attrs: { ...block.attrs, file } }] : [];
	});
	return { type: 'doc', content };
}
