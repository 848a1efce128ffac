import type { Doc } from '#lib/model/documents/doc.ts';
import { isEmpty } from '#lib/model/documents/limits.ts';
import { Invalid } from '../platform/errors.ts';

/** @throws Invalid when a post would be nothing: neither words nor a file */
export function wordsOrFiles(doc: Doc, files: readonly unknown[] | undefined): void {
	if (!files?.length && isEmpty(doc)) throw new Invalid([{ field: 'doc', code: 'empty' }]);
}
