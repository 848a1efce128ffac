import { Slice, type Schema } from '@tiptap/pm/model';
import { betweenBreakers, letterGuard } from '#lib/model/documents/breaker.ts';
import { cleanText } from '#lib/model/documents/clean.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromGuarded } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { withNotation } from '#lib/model/documents/notation.ts';

/** A private-use character that the text does not contain. */
function stranger(text: string): string {
	for (let code = 0xe000; ; code += 1) {
		const character = String.fromCharCode(code);
		if (!text.includes(character)) return character;
	}
}

/** Where a strange character changes nothing: not on an empty line between others, nor before the signs of a line. */
function harmless(text: string, caret: number): number {
	if (text.slice(caret).trim() === '') return caret;
	const start = text.lastIndexOf('\n', caret - 1) + 1;
	const end = text.indexOf('\n', caret);
	const line = text.slice(start, end === -1 ? undefined : end);
	if (line.trim() === '') return text.slice(0, start).trimEnd().length || text.search(/\S/);
	const signs = /^[\s>#*+\-=_~`.)\d]*/.exec(line)?.[0].length ?? 0;
	return Math.max(caret, start + signs);
}

/** The clean text in which what was pasted means nothing but its letters, and where the caret is in it. */
function withoutMeaning(text: string, caret: number, pasted: readonly string[]): { text: string; caret: number } {
	const literal = new Uint8Array(text.length);
	for (const one of pasted.map(cleanText)) {
		let at = one === '' ? -1 : text.indexOf(one);
		while (at !== -1 && literal[at]) at = text.indexOf(one, at + 1);
		if (at !== -1) literal.fill(1, at, at + one.length);
	}
	let written = '';
	let place = caret;
	for (const [at, character] of text.split('').entries()) {
		if (at === caret) place = written.length;
		const begins = at === 0 || text.charAt(at - 1) === '\n';
		if (!literal[at]) written += character;
		else if (/[*`[\]{}]/.test(character)) written += betweenBreakers(character, letterGuard);
		else written += (begins && /[^\n\p{L}]/u.test(character) ? letterGuard : '') + character;
	}
	return { text: written, caret: caret < text.length ? place : written.length };
}

/** What is known of a text besides its letters. */
interface Known {
	/** What was not typed but pasted in: text, letter by letter. */
	pasted?: readonly string[];
	/** The lines of our notation that stood in the field at the beginning. */
	held?: string;
}

/**
 * The document of a text that is being typed, and where its caret is in it. The place of the caret is marked while
 * parsing, so that a space or a line end just typed is not taken for the end of the text. Where the mark would change
 * what the text means, there is no caret.
 */
export function takeOverText(
	given: Doc | string,
	before: number,
	schema: Schema,
	{ pasted = [], held = '' }: Known = {}
): { doc: Doc; caret: number | null } {
	if (typeof given !== 'string') return { doc: given, caret: null };
	const { text: content, caret } = withoutMeaning(cleanText(given), cleanText(given.slice(0, before)).length, pasted);
	const read = (text: string): Doc => fromGuarded(withNotation(text, held), 'typed');
	const sign = stranger(content);
	const place = harmless(content, caret);
	const marked = JSON.stringify(read(content.slice(0, place) + sign + content.slice(place)));
	const json = JSON.parse(marked, (key, value: unknown) =>
		key === 'href' && typeof value === 'string' ? value.replaceAll(sign, '') : value
	) as Doc;
	const node = schema.nodeFromJSON(json);
	let found = -1;
	node.descendants((child, position) => {
		const at = child.text?.indexOf(sign) ?? -1;
		if (at !== -1) found = position + at;
		return found === -1;
	});
	const meant = read(content);
	if (found === -1) return { doc: meant, caret: null };
	const doc = node.replace(found, found + sign.length, Slice.empty).toJSON() as Doc;
	const same = JSON.stringify(normalizeDoc(doc)) === JSON.stringify(meant);
	return same ? { doc, caret: found } : { doc: meant, caret: null };
}
