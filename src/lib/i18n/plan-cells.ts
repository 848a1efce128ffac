import { m } from '#lib/i18n/m';
import { fieldsOfCell, type RowCell } from '../model/plans/rows/cells.ts';
import type {
	ActionState,
	ActionValues,
	BudgetValues,
	IndicatorValues,
	Measurement,
	RiskGrade,
	RowKind,
	RowValuesByKind
} from '../model/plans/rows/row.ts';
import type { Untaken } from '../model/practices/untaken.ts';
import type { Formatter } from './format.ts';
import type { Locale } from './locales.ts';
import { fieldNumber, showAmount } from './numbers-in-fields.ts';
import { costWords, periodWords } from './practice-amounts.ts';

type Values = RowValuesByKind[RowKind];
/** Asked for when it is said: the browser has its messages later than this file. */
type Said = (inputs: Record<string, never>, options?: { locale: Locale }) => string;

const kinds: Record<RowKind, { one: Said; all: Said; add: Said; fresh: Said }> = {
	objective: {
		one: (...as) => m.plans_rows_kind_objective(...as),
		all: (...as) => m.plans_rows_all_objective(...as),
		add: (...as) => m.plans_rows_add_objective(...as),
		fresh: (...as) => m.plans_rows_new_objective(...as)
	},
	action: {
		one: (...as) => m.plans_rows_kind_action(...as),
		all: (...as) => m.plans_rows_all_action(...as),
		add: (...as) => m.plans_rows_add_action(...as),
		fresh: (...as) => m.plans_rows_new_action(...as)
	},
	indicator: {
		one: (...as) => m.plans_rows_kind_indicator(...as),
		all: (...as) => m.plans_rows_all_indicator(...as),
		add: (...as) => m.plans_rows_add_indicator(...as),
		fresh: (...as) => m.plans_rows_new_indicator(...as)
	},
	risk: {
		one: (...as) => m.plans_rows_kind_risk(...as),
		all: (...as) => m.plans_rows_all_risk(...as),
		add: (...as) => m.plans_rows_add_risk(...as),
		fresh: (...as) => m.plans_rows_new_risk(...as)
	},
	budget: {
		one: (...as) => m.plans_rows_kind_budget(...as),
		all: (...as) => m.plans_rows_all_budget(...as),
		add: (...as) => m.plans_rows_add_budget(...as),
		fresh: (...as) => m.plans_rows_new_budget(...as)
	}
};

const cells: Record<Exclude<RowCell, 'title'>, [name: Said, missing: Said]> = {
	description: [(...as) => m.plans_rows_cell_description(...as), (...as) => m.plans_rows_missing_description(...as)],
	objective: [(...as) => m.plans_rows_cell_objective(...as), (...as) => m.plans_rows_missing_objective(...as)],
	lead: [(...as) => m.plans_rows_cell_lead(...as), (...as) => m.plans_rows_missing_lead(...as)],
	partners: [(...as) => m.plans_rows_cell_partners(...as), (...as) => m.plans_rows_missing_partners(...as)],
	outputs: [(...as) => m.plans_rows_cell_outputs(...as), (...as) => m.plans_rows_missing_outputs(...as)],
	cost: [(...as) => m.plans_rows_cell_cost(...as), (...as) => m.plans_rows_missing_cost(...as)],
	funding: [(...as) => m.plans_rows_cell_funding(...as), (...as) => m.plans_rows_missing_funding(...as)],
	dates: [(...as) => m.plans_rows_cell_dates(...as), (...as) => m.plans_rows_missing_dates(...as)],
	state: [(...as) => m.plans_rows_cell_state(...as), (...as) => m.plans_rows_missing_state(...as)],
	practice: [(...as) => m.plans_rows_cell_practice(...as), (...as) => m.plans_rows_missing_practice(...as)],
	baseline: [(...as) => m.plans_rows_cell_baseline(...as), (...as) => m.plans_rows_missing_baseline(...as)],
	target: [(...as) => m.plans_rows_cell_target(...as), (...as) => m.plans_rows_missing_target(...as)],
	unit: [(...as) => m.plans_rows_cell_unit(...as), (...as) => m.plans_rows_missing_unit(...as)],
	source: [(...as) => m.plans_rows_cell_source(...as), (...as) => m.plans_rows_missing_source(...as)],
	measurements: [(...as) => m.plans_rows_cell_measurements(...as), (...as) => m.plans_rows_missing_measurements(...as)],
	likelihood: [(...as) => m.plans_rows_cell_likelihood(...as), (...as) => m.plans_rows_missing_likelihood(...as)],
	effect: [(...as) => m.plans_rows_cell_effect(...as), (...as) => m.plans_rows_missing_effect(...as)],
	answer: [(...as) => m.plans_rows_cell_answer(...as), (...as) => m.plans_rows_missing_answer(...as)],
	amount: [(...as) => m.plans_rows_cell_amount(...as), (...as) => m.plans_rows_missing_amount(...as)],
	share: [(...as) => m.plans_rows_cell_share(...as), (...as) => m.plans_rows_missing_share(...as)]
};

const states: Record<ActionState, Said> = {
	planned: (...as) => m.plans_rows_state_planned(...as),
	running: (...as) => m.plans_rows_state_running(...as),
	done: (...as) => m.plans_rows_state_done(...as),
	stopped: (...as) => m.plans_rows_state_stopped(...as)
};
const grades: Record<RiskGrade, Said> = {
	1: (...as) => m.plans_rows_grade_small(...as),
	2: (...as) => m.plans_rows_grade_middling(...as),
	3: (...as) => m.plans_rows_grade_great(...as)
};

/** What rows of a kind are called: one, all of them, to add one, a new one. */
export const rowKindWords = (kind: RowKind) => kinds[kind];

/** What a cell is called; the first is called as its kind. */
export function cellName(kind: RowKind, cell: RowCell, locale?: Locale): string {
	const say = cell === 'title' ? kinds[kind].one : cells[cell][0];
	return say({}, locale && { locale });
}

/** What is missing where a cell is empty, as part of a line. */
export function missingWords(cell: RowCell): string {
	return cell === 'title' ? m.plans_rows_missing_title() : cells[cell][1]({});
}

export const actionStateName = (state: ActionState, locale?: Locale): string => states[state]({}, locale && { locale });
export const riskGradeName = (grade: RiskGrade, locale?: Locale): string => grades[grade]({}, locale && { locale });

/** In which words a cell is told, and what the ids in it stand for. */
export interface CellsIn {
	locale: Locale;
	format: Formatter;
	/** The title of an objective, or of a practice and its module. */
	named(this: void, id: string, module?: string | null): string;
}

/** 12 %, 85.5 % */
export function shareWords(share: string, locale: Locale): string {
	return m.plans_rows_percent({ share: fieldNumber(share, locale) }, { locale });
}

/** March 2026: 12 — counted in the library */
export function measurementWords({ on, value, note }: Measurement, { locale, format }: Pick<CellsIn, 'locale' | 'format'>): string {
	const date = format.uncertainDate(on.date, on.precision);
	const said = m.plans_rows_measured_on({ date, value: fieldNumber(value, locale) }, { locale });
	return [said, note].filter(Boolean).join(' · ');
}

/** What a cell says, in the reader's words; '' where it says nothing. */
export function cellWords(kind: RowKind, cell: RowCell, values: Values, { locale, format, named }: CellsIn): string {
	switch (cell) {
		case 'cost': {
			const { costFrom: from, costTo: to, currency } = values as ActionValues;
			return (from ?? to) === null || currency === null ? '' : costWords({ from, to, currency }, locale);
		}
		case 'amount': {
			const { amount, currency } = values as BudgetValues;
			return amount === null ? '' : showAmount({ value: amount, ...(currency && { currency }) }, locale);
		}
		case 'dates': {
			const { from, to } = values as ActionValues;
			return periodWords({ from, to }, format);
		}
		case 'share': {
			const { share } = values as BudgetValues;
			return share === null ? '' : shareWords(share, locale);
		}
		case 'measurements':
			return (values as IndicatorValues).measurements.map((one) => measurementWords(one, { locale, format })).join('\n');
		case 'practice': {
			const { practice, module } = values as ActionValues;
			return practice === null ? '' : named(practice, module);
		}
		default:
			return plainWords(kind, cell, values, { locale, format, named });
	}
}

function plainWords(kind: RowKind, cell: RowCell, values: Values, { locale, named }: CellsIn): string {
	const said: Record<string, unknown> = { ...values };
	const value = said[fieldsOfCell(kind, cell)[0] ?? cell] ?? '';
	if (value === '') return '';
	switch (cell) {
		case 'objective':
			return named(String(value));
		case 'state':
			return actionStateName(value as ActionState, locale);
		case 'likelihood':
		case 'effect':
			return riskGradeName(value as RiskGrade, locale);
		case 'baseline':
		case 'target':
			return fieldNumber(String(value), locale);
		default:
			return String(value);
	}
}

const refused: Record<string, () => string> = {
	no_share: () => m.plans_rows_wrong_share(),
	share_too_fine: () => m.plans_rows_wrong_share_fine(),
	no_objective: () => m.plans_rows_wrong_objective(),
	no_practice: () => m.plans_rows_wrong_practice(),
	no_module: () => m.plans_rows_wrong_module(),
	no_currency: () => m.plans_rows_wrong_currency()
};

/** Why something was not taken in a cell, where that is a matter of rows alone; undefined where others say it. */
export function sayOfRows({ code }: Untaken): string | undefined {
	return refused[code]?.();
}
