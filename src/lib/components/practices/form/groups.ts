import { m } from '#lib/i18n/m';
import type { FormField } from '#lib/model/practices/typed.ts';

/** Fields under one heading. */
export interface FieldGroup {
	id: string;
	title: () => string;
	fields: readonly FormField[];
}

/** Title, pitch and summary in English, for entries in another language. */
export const englishFields = ['englishTitle', 'englishPitch', 'englishSummary'] as const satisfies readonly FormField[];

/** The fields of an entry in the order of its form. */
export const fieldGroups: readonly FieldGroup[] = [
	{
		id: 'what',
		title: () => m.practices_form_group_what(),
		fields: ['lang', 'title', 'pitch', 'summary', ...englishFields, 'themes', 'tags']
	},
	{ id: 'solution', title: () => m.practices_form_group_solution(), fields: ['solution', 'approach', 'participation'] },
	{ id: 'difference', title: () => m.practices_form_group_difference(), fields: ['impact', 'evidence'] },
	{
		id: 'taking',
		title: () => m.practices_form_group_taking(),
		fields: ['reuse', 'resources', 'cost', 'funding', 'period', 'lessons', 'partners', 'modules']
	},
	{ id: 'behind', title: () => m.practices_form_group_behind(), fields: ['contact', 'place', 'links'] },
	{ id: 'media', title: () => m.practices_form_group_media(), fields: ['videos', 'files'] }
];
