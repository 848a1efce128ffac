import type { Doc } from './doc.ts';

/** A text as it stands; its lines become paragraphs in the canonical shape. */
export function asTyped(text: string): Doc {
	return { type: 'doc', content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }] };
}
