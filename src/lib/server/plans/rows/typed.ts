import { eq } from 'drizzle-orm';
import type {
	ActionValues,
	BudgetValues,
	IndicatorValues,
	ObjectiveValues,
	RiskValues,
	RowKind,
	RowValuesByKind
} from '#lib/model/plans/rows/row.ts';
import type { Transaction } from '../../db/client.ts';
import {
	indicatorMeasurements,
	planActions,
	planBudgetLines,
	planIndicators,
	planObjectives,
	planRisks
} from '../../db/schema/plan-rows.ts';

const orNull = (words: string): string | null => (words === '' ? null : words);

async function writeObjective(tx: Transaction, rowId: string, { title, description }: ObjectiveValues): Promise<void> {
	const said = { title: orNull(title), description: orNull(description) };
	await tx
		.insert(planObjectives)
		.values({ rowId, ...said })
		.onConflictDoUpdate({ target: planObjectives.rowId, set: said });
}

async function writeAction(tx: Transaction, rowId: string, values: ActionValues): Promise<void> {
	const { costFrom, costTo, currency, from, to, state, module } = values;
	const said = {
		title: orNull(values.title),
		description: orNull(values.description),
		objectiveId: values.objective,
		lead: orNull(values.lead),
		partners: orNull(values.partners),
		outputs: orNull(values.outputs),
		costFrom,
		costTo,
		currency,
		funding: orNull(values.funding),
		startsOn: from?.date ?? null,
		startsPrecision: from?.precision ?? null,
		endsOn: to?.date ?? null,
		endsPrecision: to?.precision ?? null,
		state,
		practiceId: values.practice,
		module
	};
	await tx
		.insert(planActions)
		.values({ rowId, ...said })
		.onConflictDoUpdate({ target: planActions.rowId, set: said });
}

async function writeIndicator(tx: Transaction, rowId: string, values: IndicatorValues): Promise<void> {
	const { baseline, target } = values;
	const said = {
		title: orNull(values.title),
		objectiveId: values.objective,
		baseline,
		target,
		unit: orNull(values.unit),
		source: orNull(values.source)
	};
	await tx
		.insert(planIndicators)
		.values({ rowId, ...said })
		.onConflictDoUpdate({ target: planIndicators.rowId, set: said });
	await tx.delete(indicatorMeasurements).where(eq(indicatorMeasurements.rowId, rowId));
	const measured = values.measurements.map(({ id, on: { date, precision }, value, note }) => ({
		rowId,
		id,
		measuredOn: date,
		precision,
		value,
		note
	}));
	if (measured.length > 0) await tx.insert(indicatorMeasurements).values(measured);
}

async function writeRisk(tx: Transaction, rowId: string, { title, likelihood, effect, answer }: RiskValues): Promise<void> {
	const said = { title: orNull(title), likelihood, effect, answer: orNull(answer) };
	await tx
		.insert(planRisks)
		.values({ rowId, ...said })
		.onConflictDoUpdate({ target: planRisks.rowId, set: said });
}

async function writeBudgetLine(tx: Transaction, rowId: string, { title, amount, currency, source, share }: BudgetValues): Promise<void> {
	const said = { title: orNull(title), amount, currency, source: orNull(source), share };
	await tx
		.insert(planBudgetLines)
		.values({ rowId, ...said })
		.onConflictDoUpdate({ target: planBudgetLines.rowId, set: said });
}

const writers: { [Kind in RowKind]: (tx: Transaction, rowId: string, values: RowValuesByKind[Kind]) => Promise<void> } = {
	objective: writeObjective,
	action: writeAction,
	indicator: writeIndicator,
	risk: writeRisk,
	budget: writeBudgetLine
};

/** Writes what a row says into the table of its kind, beside the revision that says the same. */
export async function writeTyped<Kind extends RowKind>(
	tx: Transaction,
	kind: Kind,
	rowId: string,
	values: RowValuesByKind[Kind]
): Promise<void> {
	await writers[kind](tx, rowId, values);
}
