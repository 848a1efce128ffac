import type { PlanState } from './plan.ts';
import type { RowKind } from './rows/row.ts';

/** What is told of plans, of their sections and of their rows that were found. */
export interface PlansFound {
	plan: { city: string; title: string; state: PlanState };
	/** `plan`: the title of the plan in which it stands. */
	'plan-section': { city: string; title: string; plan: string };
	'plan-row': { city: string; title: string; plan: string; row: RowKind };
}

declare module '../search/results.ts' {
	interface FoundByKind extends PlansFound {}
}
