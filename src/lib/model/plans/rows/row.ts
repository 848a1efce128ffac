import type { Currency } from '../../quantities/amount.ts';
import type { RoughDay } from '../../practices/values.ts';

export const rowKinds = ['objective', 'action', 'indicator', 'risk', 'budget'] as const;
export type RowKind = (typeof rowKinds)[number];

export interface ObjectiveValues {
	title: string;
	description: string;
}

export const actionStates = ['planned', 'running', 'done', 'stopped'] as const;
export type ActionState = (typeof actionStates)[number];

export interface ActionValues {
	title: string;
	description: string;
	/** Row of the objective that it serves. */
	objective: string | null;
	/** The organisation that leads it. */
	lead: string;
	partners: string;
	outputs: string;
	/** Decimals with a point, as numeric(14,2) holds them; one of both is enough. */
	costFrom: string | null;
	costTo: string | null;
	currency: Currency | null;
	/** Where the money comes from. */
	funding: string;
	from: RoughDay | null;
	to: RoughDay | null;
	state: ActionState | null;
	/** The good practice that it takes over, and which of its modules. */
	practice: string | null;
	module: string | null;
}

/** What an indicator said on a day. */
export interface Measurement {
	id: string;
	on: RoughDay;
	/** Decimal with a point. */
	value: string;
	note: string;
}

export interface IndicatorValues {
	title: string;
	/** Row of the objective that it measures. */
	objective: string | null;
	/** Decimals with a point. */
	baseline: string | null;
	target: string | null;
	unit: string;
	/** Who counts, or where it is read. */
	source: string;
	measurements: Measurement[];
}

/** 1 small, 2 middling, 3 great. */
export const riskGrades = [1, 2, 3] as const;
export type RiskGrade = (typeof riskGrades)[number];

export interface RiskValues {
	title: string;
	likelihood: RiskGrade | null;
	effect: RiskGrade | null;
	answer: string;
}

export interface BudgetValues {
	title: string;
	amount: string | null;
	currency: Currency | null;
	source: string;
	/** Percent, as numeric(5,2) holds it. */
	share: string | null;
}

/** What a row says, by its kind. What is not told yet is null, or empty. */
export interface RowValuesByKind {
	objective: ObjectiveValues;
	action: ActionValues;
	indicator: IndicatorValues;
	risk: RiskValues;
	budget: BudgetValues;
}

/** A row of a plan, of any kind or of one. */
export type PlanRow<Kind extends RowKind = RowKind> = {
	[Each in Kind]: {
		id: string;
		/** Names it in addresses: `#r-<shortId>`. */
		shortId: string;
		section: string;
		kind: Each;
		/** Number of its newest revision. */
		n: number;
		values: RowValuesByKind[Each];
		/** ISO */
		changedAt: string;
		/** When it was retired, ISO: it is read no more with the others, and what was said of it stays. */
		retiredAt: string | null;
	};
}[Kind];

/** Its place on the page. */
export function anchorOfRow({ shortId }: { shortId: string }): string {
	return `r-${shortId}`;
}
