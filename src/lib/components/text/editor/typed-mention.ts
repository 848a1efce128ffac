import type { EditorState } from '@tiptap/pm/state';

/** What is being typed behind an @. */
export interface TypedMention {
	/** Position of the @. */
	from: number;
	/** Position of the caret. */
	to: number;
	query: string;
}

/** An @ that is no part of an address, and up to four words behind it. */
const word = "[\\p{L}\\p{M}\\p{N}'’-]{1,40}";
const begun = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_@/.-])@((?:${word}(?: ${word}){0,3})?)$`, 'u');
/** More than that never matches; long paragraphs are not read through with every letter. */
const longest = 170;

/** The mention that the caret stands behind, while it is nothing but typed letters. */
export function typedMention({ selection, doc, schema }: EditorState): TypedMention | null {
	const { $from, from: to, empty } = selection;
	const { parent, parentOffset } = $from;
	if (!empty || !parent.isTextblock || parent.type.spec.code) return null;
	if (/^[\p{L}\p{N}]/u.test($from.nodeAfter?.text ?? '')) return null;
	const [words, query = ''] = begun.exec(parent.textBetween(Math.max(0, parentOffset - longest), parentOffset, '', '\n')) ?? [];
	if (words === undefined) return null;
	const from = to - words.length;
	const marked = ['link', 'code'].some((name) => schema.marks[name] && doc.rangeHasMark(from, to, schema.marks[name]));
	return marked ? null : { from, to, query };
}
