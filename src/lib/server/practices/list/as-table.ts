import { stringify } from 'csv-stringify/sync';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { formatter } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/m';
import { fieldName } from '#lib/i18n/practice-fields.ts';
import type { NamedTheme } from '#lib/model/practices/listed.ts';
import type { ExportedPractice } from './export-rows.ts';

/** What the names in the table are taken from. */
export interface TableNames {
	locale: string;
	themes: readonly NamedTheme[];
	/** Names of cities in the reader's language, by code. */
	cities: ReadonlyMap<string, string>;
}

/**
 * As spreadsheets open it by a double press: letters are told by the mark at the beginning, cells are parted as the reader's
 * spreadsheet parts them, amounts have the reader's point, and no cell is a formula.
 */
export function asTable(rows: ExportedPractice[], names: TableNames): string {
	const locale = isLocale(names.locale) ? names.locale : baseLocale;
	const said = { locale };
	const format = formatter(locale, 'UTC');
	const decimal = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 });
	const commas = decimal.format(0.5).charAt(1) === ',';
	const amount = (told: string | null) => (told === null ? '' : decimal.format(Number(told)));
	const theme = (slug: string) => names.themes.find((one) => one.slug === slug)?.name ?? slug;
	const evidence = {
		measured: m.practices_found_evidence_measured,
		expected: m.practices_found_evidence_expected,
		none: m.practices_found_evidence_none
	};
	const columns: [header: string, cell: (row: ExportedPractice) => string | number | null][] = [
		[fieldName('title', locale), ({ title }) => title],
		[fieldName('englishTitle', locale), ({ englishTitle }) => englishTitle],
		[m.practices_found_facet_city({}, said), ({ city }) => names.cities.get(city) ?? city],
		[m.practices_found_facet_country({}, said), ({ country }) => format.country(country)],
		[
			m.practices_found_facet_form({}, said),
			({ form }) => (form === 'story' ? m.practices_called_story({}, said) : m.practices_called_entry({}, said))
		],
		[fieldName('pitch', locale), ({ pitch }) => pitch],
		[fieldName('englishPitch', locale), ({ englishPitch }) => englishPitch],
		[fieldName('summary', locale), ({ summary }) => summary],
		[fieldName('themes', locale), ({ themes }) => themes.map(theme).join(', ')],
		[fieldName('tags', locale), ({ tags }) => tags.join(', ')],
		[m.practices_found_column_lang({}, said), ({ language }) => format.language(language)],
		[m.practices_found_column_cost_from({}, said), ({ costFrom }) => amount(costFrom)],
		[m.practices_found_column_cost_to({}, said), ({ costTo }) => amount(costTo)],
		[m.practices_found_column_currency({}, said), ({ currency }) => currency],
		[m.practices_found_column_from_year({}, said), ({ fromYear }) => fromYear],
		[m.practices_found_column_to_year({}, said), ({ toYear }) => toYear],
		[m.practices_found_facet_evidence({}, said), (row) => evidence[row.evidence]({}, said)],
		[m.practices_found_column_completeness({}, said), ({ completeness }) => completeness],
		[m.practices_found_column_published({}, said), ({ publishedAt }) => publishedAt.slice(0, 10)],
		[m.practices_found_column_changed({}, said), ({ changedAt }) => changedAt.slice(0, 10)],
		[m.practices_found_column_illustrative({}, said), ({ illustrative }) => (illustrative ? m.practices_found_yes({}, said) : '')],
		[m.practices_found_column_address({}, said), ({ address }) => address]
	];
	return stringify([columns.map(([header]) => header), ...rows.map((row) => columns.map(([, cell]) => cell(row) ?? ''))], {
		bom: true,
		delimiter: commas ? ';' : ',',
		record_delimiter: 'windows',
		// Of line breaks the library quotes only those that end its own rows.
		quoted_match: /[\r\n]/,
		escape_formulas: true
	});
}
