import type { RowCell } from '../model/plans/rows/cells.ts';
import { m } from '#lib/i18n/m';

/** What a cell of a row is called. */
export function cellName(cell: RowCell): string {
	return names[cell]();
}

const names: Record<RowCell, () => string> = {
	title: () => m.plans_compared_title(),
	description: () => m.plans_compared_description(),
	objective: () => m.plans_compared_objective(),
	lead: () => m.plans_compared_lead(),
	partners: () => m.plans_compared_partners(),
	outputs: () => m.plans_compared_outputs(),
	cost: () => m.plans_compared_cost(),
	funding: () => m.plans_compared_funding(),
	dates: () => m.plans_compared_dates(),
	state: () => m.plans_compared_state(),
	practice: () => m.plans_compared_practice(),
	baseline: () => m.plans_compared_baseline(),
	target: () => m.plans_compared_target(),
	unit: () => m.plans_compared_unit(),
	source: () => m.plans_compared_source(),
	measurements: () => m.plans_compared_measurements(),
	likelihood: () => m.plans_compared_likelihood(),
	effect: () => m.plans_compared_effect(),
	answer: () => m.plans_compared_answer(),
	amount: () => m.plans_compared_amount(),
	share: () => m.plans_compared_share()
};
