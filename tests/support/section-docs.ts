import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';

/** Paragraphs with the ids para1, para2 … */
export function paragraphs(...texts: string[]): SectionDoc {
	return { type: 'doc', content: texts.map((text, place) => paragraph(`para${place + 1}`, text)) };
}

export function paragraph(id: string, text: string): SectionBlock {
	return { type: 'paragraph', attrs: { id }, ...(text && { content: [{ type: 'text', text }] }) };
}
