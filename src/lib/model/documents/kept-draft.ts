import type { Doc } from './doc.ts';
import { readTyped } from './read-typed.ts';

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
	const read = async (part: Doc | string): Promise<Doc> => (typeof part === 'string' ? readTyped(part, (text) => text) : part);
	const content = (await Promise.all([read(one), read(other)])).flatMap((doc) => doc.content);
	return JSON.stringify({ type: 'doc', content } satisfies Doc);
}
