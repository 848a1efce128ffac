import { m } from '#lib/i18n/m';
import type { TypedProblem } from '#lib/model/quantities/typed-problem.ts';
import type { Locale } from './locales.ts';
import { fieldNumber } from './numbers-in-fields.ts';

/** Why a typed value was not taken, and what to write instead. */
export function sayTypedProblem({ code, typed, readings }: TypedProblem, locale: Locale): string {
	const said = { typed };
	const as = { locale };
	switch (code) {
		case 'amount_unreadable':
			return m.fields_amount_unreadable({ example: fieldNumber('12000.50', locale) }, as);
		case 'amount_too_fine':
			return m.fields_amount_too_fine(said, as);
		case 'amount_too_large':
			return m.fields_amount_too_large(said, as);
		case 'amount_negative':
			return m.fields_amount_negative(said, as);
		case 'currency_unknown':
			return m.fields_currency_unknown(said, as);
		case 'figure_unreadable':
			return m.fields_figure_unreadable({ example: fieldNumber('12.5', locale) }, as);
		case 'figure_too_long':
			return m.fields_figure_too_long(said, as);
		case 'number_in_doubt': {
			const [whole = typed, decimal = typed] = readings ?? [];
			return m.fields_number_in_doubt({ typed, whole, decimal: fieldNumber(decimal, locale) }, as);
		}
		case 'period_unreadable':
			return m.fields_period_unreadable({}, as);
		case 'period_is_two':
			return m.fields_period_is_two(said, as);
		case 'period_without_year':
			return m.fields_period_without_year(said, as);
		case 'day_missing':
			return m.fields_day_missing(said, as);
		case 'year_unlikely':
			return m.fields_year_unlikely(said, as);
	}
}
