import { m } from '#lib/i18n/m';
import type { PlanState } from '#lib/model/plans/plan.ts';

/** What a plan is, in a word. */
export function stateWord(state: PlanState): string {
	switch (state) {
		case 'draft':
			return m.plans_state_draft();
		case 'consultation':
			return m.plans_state_consultation();
		case 'revised':
			return m.plans_state_revised();
		case 'adopted':
			return m.plans_state_adopted();
	}
}
