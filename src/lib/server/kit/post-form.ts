import type { Actor } from '#lib/model/access/actor.ts';
import { markdownLimit } from '#lib/model/documents/limits.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { Invalid, OtherPerson } from '#lib/server/platform/errors.ts';

/** What a person typed into the form of a post, kept when the form fails. */
export interface TypedPost {
	text: string;
	lang: string;
	/** The rich document, when the editor was there. */
	doc: string | null;
}

export function typedPost(form: FormData): TypedPost {
	const field = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	return { text: field('text'), lang: field('lang'), doc: field('doc') || null };
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
 * The document that the form carries: the editor's own, else the Markdown of the textarea.
 * It is checked by the command, like everything from outside.
 * @throws Invalid when it is too long to be read at all, or no JSON
 */
export function documentOf({ text, doc }: TypedPost): unknown {
	if (doc === null) {
		if (text.length > markdownLimit) throw new Invalid([{ field: 'doc', code: 'too_long' }]);
		return fromMarkdown(text);
	}
	try {
		return JSON.parse(doc);
	} catch {
		throw new Invalid([{ field: 'doc', code: 'no_json' }]);
	}
}
