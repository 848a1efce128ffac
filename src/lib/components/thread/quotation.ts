import type { Block, Doc } from '#lib/model/documents/doc.ts';
import { plainDoc } from '#lib/model/documents/plain.ts';

/** The words that are selected within this element; empty when none are, or some outside it. */
export function selectedIn(element: Element | null): string {
	const selection = getSelection();
	if (!element || !selection || selection.isCollapsed) return '';
	const { anchorNode, focusNode } = selection;
	return element.contains(anchorNode) && element.contains(focusNode) ? selection.toString().trim() : '';
}

/** Somebody's words as a quotation, with whose they are and where they stand; quotations within are left out. */
export function quotation(of: Doc | string, { words, href }: { words: string; href: string }): Doc {
	const doc = typeof of === 'string' ? plainDoc(of) : of;
	const own = doc.content.filter((block) => block.type !== 'blockquote' && (block.type !== 'paragraph' || block.content));
	const source: Block = { type: 'paragraph', content: [{ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }] };
	return { type: 'doc', content: [{ type: 'blockquote', content: [...own, source] }, { type: 'paragraph' }] };
}
