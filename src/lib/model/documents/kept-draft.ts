import { asTyped } from './as-typed.ts';
import type { Doc } from './doc.ts';
import { markdownLimit } from './limits.ts';

/** What a draft keeps: a document as JSON, or Markdown that was typed into the plain field. */
export function fromDraft(kept: string): Doc | string {
	try {
		return kept.startsWith('{"type":"doc"') ? (JSON.parse(kept) as Doc) : kept;
	} catch {
		return kept;
	}
}

/** One draft that says what two say, one after the other. */
export async function joinDrafts(first: string, then: string): Promise<string> {
	if (!first || !then) return first || then;
	const [one, other] = [fromDraft(first), fromDraft(then)];
	if (typeof one === 'string' && typeof other === 'string') return `${one}\n\n${other}`;
	const { fromMarkdown } = await import('./markdown.ts');
	const read = (part: Doc | string): Doc => {
		if (typeof part !== 'string') return part;
		return part.length > markdownLimit ? asTyped(part) : fromMarkdown(part);
	};
	return JSON.stringify({ type: 'doc', content: [...read(one).content, ...read(other).content] } satisfies Doc);
}
