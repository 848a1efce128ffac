import type { Doc } from '#lib/model/documents/doc.ts';

/** The document of one plain paragraph. */
export function saying(text: string): Doc {
	return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
