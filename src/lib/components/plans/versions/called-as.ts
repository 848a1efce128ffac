import { m } from '#lib/i18n/m';
import type { Found } from '#lib/model/search/results.ts';

/** What something found in plans is, in a word or two. */
export function calledAs(found: Found<'plan' | 'plan-section' | 'plan-row'>): string {
	if (found.kind === 'plan') return m.plans_called();
	if (found.kind === 'plan-section') return m.plans_found_section();
	switch (found.row) {
		case 'objective':
			return m.plans_found_objective();
		case 'action':
			return m.plans_found_action();
		case 'indicator':
			return m.plans_found_indicator();
		case 'risk':
			return m.plans_found_risk();
		case 'budget':
			return m.plans_found_budget();
	}
}
