import type { Actor } from '#lib/model/access/actor.ts';
import { markdownLimit } from '#lib/model/documents/limits.ts';
import { fromTyped } from '#lib/model/documents/markdown.ts';
import { notationIn } from '#lib/model/documents/notation.ts';
import { Invalid, OtherPerson } from '#lib/server/platform/errors.ts';

/** What a person typed into the form of a post, kept when the form fails. */
export interface TypedPost {
	text: string;
	/** The lines of our notation that stood in the field at the beginning (see notation.ts). */
	held: string;
	lang: string;
	/** The rich document, when the editor was there. */
	doc: string | null;
	/** Key of the part of the thread's subject that it is about. */
	about: string | null;
}

export function typedPost(form: FormData): TypedPost {
	const field = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	const [text, doc] = [field('text'), field('doc') || null];
	// Beside a document the text is how we write it.
	return { text, held: doc ? notationIn(text) : field('held'), lang: field('lang'), doc, about: field('about') || null };
}

/**
 * The form says for whom it was made: whoever signed in to the same browser since then does not send it unawares.
 * @throws OtherPerson
 */
export function heldToWriter(form: FormData, actor: Actor): void {
	const writer = form.get('writer');
	if (writer !== null && actor.kind === 'person' && writer !== actor.id) throw new OtherPerson();
}

/**
 * The document that the form carries: the editor's own, else what was typed into the textarea.
 * It is checked by the command, like everything from outside.
 * @throws Invalid when it is too long to be read at all, or no JSON
 */
export function documentOf({ text, held, doc }: TypedPost): unknown {
	if (doc === null) {
		if (text.length > markdownLimit || held.length > markdownLimit) throw new Invalid([{ field: 'doc', code: 'too_long' }]);
		return fromTyped(text, held);
	}
	try {
		return JSON.parse(doc);
	} catch {
		throw new Invalid([{ field: 'doc', code: 'no_json' }]);
	}
}
