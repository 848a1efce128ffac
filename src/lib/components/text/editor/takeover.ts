import { Slice, type Schema } from '@tiptap/pm/model';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';

/** A private-use character that the text does not contain. */
function stranger(text: string): string {
	for (let code = 0xe000; ; code += 1) {
		const character = String.fromCharCode(code);
		if (!text.includes(character)) return character;
	}
}

/**
 * The document of a Markdown text that is being typed, and where its caret is in it. The place of the caret is marked
 * while parsing, so that a space or a line end just typed is not taken for the end of the text.
 */
export function takeOver(content: Doc | string, caret: number, schema: Schema): { doc: Doc; caret: number | null } {
	if (typeof content !== 'string') return { doc: content, caret: null };
	const sign = stranger(content);
	const marked = JSON.stringify(fromMarkdown(content.slice(0, caret) + sign + content.slice(caret)));
	const json = JSON.parse(marked, (key, value: unknown) =>
		key === 'href' && typeof value === 'string' ? value.replaceAll(sign, '') : value
	) as Doc;
	const node = schema.nodeFromJSON(json);
	let found: number | null = null;
	node.descendants((child, position) => {
		const at = child.text?.indexOf(sign) ?? -1;
		if (at !== -1) found = position + at;
		return found === null;
	});
	if (found === null) return { doc: fromMarkdown(content), caret: null };
	return { doc: node.replace(found, found + sign.length, Slice.empty).toJSON() as Doc, caret: found };
}
