import { locales } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { FileKind } from '#lib/model/files/kinds.ts';
import type { Said } from '../search/source.ts';

/** What a file is, in every interface language. */
export function fileWords(kind: FileKind): Said[] {
	return locales.map((locale) => {
		const said = { locale };
		const names: Record<FileKind, () => string> = {
			picture: () => m.files_kind_picture({}, said),
			pdf: () => m.files_kind_pdf({}, said),
			document: () => m.files_kind_document({}, said),
			sheet: () => m.files_kind_sheet({}, said),
			slides: () => m.files_kind_slides({}, said),
			text: () => m.files_kind_text({}, said),
			archive: () => m.files_kind_archive({}, said)
		};
		return { text: names[kind](), lang: locale, weight: 'B' };
	});
}
