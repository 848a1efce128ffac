import type { Actor } from '#lib/model/access/actor.ts';
import { Invalid } from '../platform/errors.ts';
import { documentOf, heldToWriter, typedPost } from './post-form.ts';

/**
 * What the form of an entry of a log carries, checked by the command like everything from outside.
 * @throws OtherPerson, Invalid
 */
export function logEntryIn(form: FormData, actor: Actor): { kind: unknown; doc: unknown; lang: string; files?: unknown } {
	heldToWriter(form, actor);
	const typed = typedPost(form);
	const files = form.get('files');
	return { kind: form.get('kind'), doc: documentOf(typed), lang: typed.lang, ...(files !== null && { files: listed(files) }) };
}

function listed(files: FormDataEntryValue): unknown {
	try {
		return JSON.parse(String(files));
	} catch {
		throw new Invalid([{ field: 'files', code: 'no_json' }]);
	}
}
