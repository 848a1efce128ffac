import type { Doc } from './doc.ts';
import { markdownLimit } from './limits.ts';

/**
 * The document that a typed text means. What is too long to be read as Markdown, and what comes when there is no line to fetch
 * the reader over, stays as it stands; its lines become paragraphs in the canonical shape.
 * @param meant the Markdown of the text, where it leaves something out
 * @param held as in notation.ts
 */
export async function readTyped(text: string, meant: (text: string) => string, held?: string): Promise<Doc> {
	const isRead = text.trim() !== '' && text.length <= markdownLimit;
	const reading = isRead ? await import('./markdown.ts').catch(() => null) : null;
	if (reading) return reading.fromTyped(meant(text), held);
	return { type: 'doc', content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }] };
}
