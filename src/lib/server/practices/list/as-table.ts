import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { formatter } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/m';
import { fieldName } from '#lib/i18n/practice-fields.ts';
import type { NamedTheme } from '#lib/model/practices/listed.ts';
import { csvOf, decimalFor, type Column } from '../../platform/csv.ts';
import type { ExportedPractice } from './export-rows.ts';

/** What the names in the table are taken from. */
export interface TableNames {
	locale: string;
	themes: readonly NamedTheme[];
	/** Names of cities in the reader's language, by code. */
	cities: ReadonlyMap<string, string>;
}

/** The selection as a table, amounts with the reader's point. */
export function asTable(rows: ExportedPractice[], names: TableNames): string {
	const locale = isLocale(names.locale) ? names.locale : baseLocale;
	const said = { locale };
	const format = formatter(locale, 'UTC');
	const amount = decimalFor(locale);
	const theme = (slug: string) => names.themes.find((one) => one.slug === slug)?.name ?? slug;
	const evidence = {
		measured: m.practices_found_evidence_measured,
		expected: m.practices_found_evidence_expected,
		none: m.practices_found_evidence_none
	};
	const columns: Column<ExportedPractice>[] = [
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
	return csvOf(locale, columns, rows);
}
