import type { Formatter } from './format.ts';
import type { Locale } from './locales.ts';
import { m } from '#lib/i18n/m';
import { costWords, periodWords } from './practice-amounts.ts';
import type { RowCell } from '../model/plans/rows/cells.ts';
import type { ActionState, RiskGrade, RowKind, RowValuesByKind } from '../model/plans/rows/row.ts';

/** The words in which a reader compares rows; ids of objectives and practices are told by their names. */
export interface RowReader {
	locale: Locale;
	format: Formatter;
	named(this: void, id: string): string;
}

/** Any of the fields that rows of some kind have. */
type Fields = Partial<RowValuesByKind['action'] & RowValuesByKind['indicator'] & RowValuesByKind['risk'] & RowValuesByKind['budget']>;

/** The cells that say people's own words. */
const typed: readonly RowCell[] = ['title', 'description', 'lead', 'partners', 'outputs', 'funding', 'unit', 'source', 'answer'];

/** Whether a cell holds people's own words, in the language of the plan. */
export function isTyped(cell: RowCell): boolean {
	return typed.includes(cell);
}

function stateWords(state: ActionState, locale: Locale): string {
	const said = { locale };
	switch (state) {
		case 'planned':
			return m.plans_compared_planned({}, said);
		case 'running':
			return m.plans_compared_running({}, said);
		case 'done':
			return m.plans_compared_done({}, said);
		case 'stopped':
			return m.plans_compared_stopped({}, said);
	}
}

function gradeWords(grade: RiskGrade, locale: Locale): string {
	const said = { locale };
	if (grade === 1) return m.plans_compared_small({}, said);
	return grade === 2 ? m.plans_compared_middling({}, said) : m.plans_compared_great({}, said);
}

/** What a cell of a row says, as lines; '' where nothing is told. */
export function cellWords(values: RowValuesByKind[RowKind], cell: RowCell, { locale, format, named }: RowReader): string {
	const row: Fields = values;
	const number = (value: string | null | undefined): string => (value ? format.number(Number(value)) : '');
	switch (cell) {
		case 'cost':
			return row.currency && (row.costFrom || row.costTo)
				? costWords({ from: row.costFrom ?? null, to: row.costTo ?? null, currency: row.currency }, locale)
				: '';
		case 'amount':
			return row.currency && row.amount ? costWords({ from: row.amount, to: null, currency: row.currency }, locale) : '';
		case 'dates':
			return row.from || row.to ? periodWords({ from: row.from ?? null, to: row.to ?? null }, format) : '';
		case 'state':
			return row.state ? stateWords(row.state, locale) : '';
		case 'likelihood':
			return row.likelihood ? gradeWords(row.likelihood, locale) : '';
		case 'effect':
			return row.effect ? gradeWords(row.effect, locale) : '';
		case 'objective':
			return row.objective ? named(row.objective) : '';
		case 'practice':
			return row.practice ? named(row.practice) : '';
		case 'baseline':
			return number(row.baseline);
		case 'target':
			return number(row.target);
		case 'share':
			return row.share ? `${number(row.share)} %` : '';
		case 'measurements':
			return (row.measurements ?? [])
				.map(({ on, value, note }) =>
					[format.uncertainDate(on.date, on.precision), number(value), note].filter(Boolean).join(' · ')
				)
				.join('\n');
		default:
			return row[cell] ?? '';
	}
}
