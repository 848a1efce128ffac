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
type Said = (inputs: Record<string, never>, options?: { locale: Locale }) => string;

const kinds: Record<RowKind, { one: Said; all: Said; add: Said; fresh: Said }> = {
	objective: {
		one: m.plans_rows_kind_objective,
		all: m.plans_rows_all_objective,
		add: m.plans_rows_add_objective,
		fresh: m.plans_rows_new_objective
	},
	action: { one: m.plans_rows_kind_action, all: m.plans_rows_all_action, add: m.plans_rows_add_action, fresh: m.plans_rows_new_action },
	indicator: {
		one: m.plans_rows_kind_indicator,
		all: m.plans_rows_all_indicator,
		add: m.plans_rows_add_indicator,
		fresh: m.plans_rows_new_indicator
	},
	risk: { one: m.plans_rows_kind_risk, all: m.plans_rows_all_risk, add: m.plans_rows_add_risk, fresh: m.plans_rows_new_risk },
	budget: { one: m.plans_rows_kind_budget, all: m.plans_rows_all_budget, add: m.plans_rows_add_budget, fresh: m.plans_rows_new_budget }
};

const cells: Record<Exclude<RowCell, 'title'>, [name: Said, missing: Said]> = {
	description: [m.plans_rows_cell_description, m.plans_rows_missing_description],
	objective: [m.plans_rows_cell_objective, m.plans_rows_missing_objective],
	lead: [m.plans_rows_cell_lead, m.plans_rows_missing_lead],
	partners: [m.plans_rows_cell_partners, m.plans_rows_missing_partners],
	outputs: [m.plans_rows_cell_outputs, m.plans_rows_missing_outputs],
	cost: [m.plans_rows_cell_cost, m.plans_rows_missing_cost],
	funding: [m.plans_rows_cell_funding, m.plans_rows_missing_funding],
	dates: [m.plans_rows_cell_dates, m.plans_rows_missing_dates],
	state: [m.plans_rows_cell_state, m.plans_rows_missing_state],
	practice: [m.plans_rows_cell_practice, m.plans_rows_missing_practice],
	baseline: [m.plans_rows_cell_baseline, m.plans_rows_missing_baseline],
	target: [m.plans_rows_cell_target, m.plans_rows_missing_target],
	unit: [m.plans_rows_cell_unit, m.plans_rows_missing_unit],
	source: [m.plans_rows_cell_source, m.plans_rows_missing_source],
	measurements: [m.plans_rows_cell_measurements, m.plans_rows_missing_measurements],
	likelihood: [m.plans_rows_cell_likelihood, m.plans_rows_missing_likelihood],
	effect: [m.plans_rows_cell_effect, m.plans_rows_missing_effect],
	answer: [m.plans_rows_cell_answer, m.plans_rows_missing_answer],
	amount: [m.plans_rows_cell_amount, m.plans_rows_missing_amount],
	share: [m.plans_rows_cell_share, m.plans_rows_missing_share]
};

const states: Record<ActionState, Said> = {
	planned: m.plans_rows_state_planned,
	running: m.plans_rows_state_running,
	done: m.plans_rows_state_done,
	stopped: m.plans_rows_state_stopped
};
const grades: Record<RiskGrade, Said> = { 1: m.plans_rows_grade_small, 2: m.plans_rows_grade_middling, 3: m.plans_rows_grade_great };

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
