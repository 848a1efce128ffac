import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import { costWords, periodWords } from '#lib/i18n/practice-amounts.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import { differenceOf, type DifferencePart } from '#lib/model/documents/difference.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { practiceFields } from '#lib/model/practices/fields.ts';
import type { PracticeField, PracticeValues } from '#lib/model/practices/values.ts';

/** What became of a field between two revisions. */
export interface FieldDifference {
	field: PracticeField;
	/** Language of its words; null where they are the reader's. */
	lang: string | null;
	parts: DifferencePart[];
}

/** The words in which a reader compares; ids of people and themes are told by their names. */
export interface ComparedIn {
	locale: Locale;
	format: Formatter;
	named(this: void, id: string): string;
}

/** Every field in which two revisions differ, word by word, in the order of the form. */
export function comparePractices(before: PracticeValues, after: PracticeValues, words: ComparedIn): FieldDifference[] {
	return practiceFields.flatMap((field): FieldDifference[] => {
		if (JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
		const parts = differenceOf(wordsOf(field, before, words), wordsOf(field, after, words));
		return [{ field, lang: langOf(field, after), parts }];
	});
}

function langOf(field: PracticeField, { lang }: PracticeValues): string | null {
	if (field.startsWith('english')) return 'en';
	return ['themes', 'cost', 'period', 'contact'].includes(field) ? null : lang;
}

/** What a field says, as lines. */
function wordsOf(field: PracticeField, values: PracticeValues, { locale, format, named }: ComparedIn): string {
	const said = { locale };
	switch (field) {
		case 'themes':
			return values.themes.map(named).join('\n');
		case 'tags':
			return values.tags.join('\n');
		case 'evidence':
			return values.evidence
				.map(({ what, before, amount, unit, year, source, kind }) => {
					const figure = before === null ? amount : `${before} → ${amount}`;
					const sure = kind === 'measured' ? m.practices_measured({}, said) : m.practices_expected({}, said);
					return [`${what}: ${figure} ${unit}`.trim(), year, source, sure].filter(Boolean).join(' · ');
				})
				.join('\n');
		case 'cost':
			return values.cost ? costWords(values.cost, locale) : '';
		case 'period':
			return values.period ? periodWords(values.period, format) : '';
		case 'modules':
			return values.modules.map(({ title, text }) => [title, text].filter(Boolean).join('\n')).join('\n');
		case 'contact':
			return values.contact ? named(values.contact) : '';
		case 'links':
			return values.links.map(({ href, label }) => [label, href].filter(Boolean).join(' ')).join('\n');
		case 'videos':
			return values.videos.map(({ href, title }) => [title, href].filter(Boolean).join(' ')).join('\n');
		case 'files':
			return values.files.map(({ id, alt }) => [named(id), alt].filter(Boolean).join(': ')).join('\n');
		default: {
			const value = values[field];
			return value === null ? '' : typeof value === 'string' ? value : textOf(value).trimEnd();
		}
	}
}
