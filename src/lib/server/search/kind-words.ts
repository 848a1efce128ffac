import { locales } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { roleName } from '#lib/i18n/roles.ts';
import type { FileKind } from '#lib/model/files/kinds.ts';
import type { MeetingKind } from '#lib/model/meetings/meeting.ts';
import type { ExpertKind, Role } from '#lib/model/access/roles.ts';
import type { Said } from './source.ts';

/** What a meeting is called by its kind, in every interface language. */
export function meetingWords({ kind, number }: { kind: MeetingKind; number: number | null }): Said[] {
	return locales.map((locale) => {
		const said = { locale };
		const names = {
			opening: () => m.meetings_kind_opening({}, said),
			exchange: () => (number === null ? m.meetings_kind_exchange({}, said) : m.meetings_kind_exchange_n({ number }, said)),
			final: () => m.meetings_kind_final({}, said),
			online: () => m.meetings_kind_online({}, said)
		};
		return { text: names[kind](), lang: locale, weight: 'B' };
	});
}

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

/** What somebody is in the network, in every interface language. */
export function roleWords(held: { role: Role; expertKind: ExpertKind | null }): Said[] {
	return locales.map((locale) => ({ text: roleName(held, { locale }), lang: locale, weight: 'B' }));
}
