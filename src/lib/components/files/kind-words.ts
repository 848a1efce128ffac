import { m } from '#lib/i18n/m';
import type { FileKind } from '#lib/model/files/kinds.ts';

/** What a file is, in a word. */
export function fileKindWords(kind: FileKind): string {
	switch (kind) {
		case 'picture':
			return m.files_kind_picture();
		case 'pdf':
			return m.files_kind_pdf();
		case 'document':
			return m.files_kind_document();
		case 'sheet':
			return m.files_kind_sheet();
		case 'slides':
			return m.files_kind_slides();
		case 'text':
			return m.files_kind_text();
		case 'archive':
			return m.files_kind_archive();
	}
}
