import { m } from '#lib/i18n/m';
import type { Found } from '#lib/model/search/results.ts';
import type { SearchPart, SearchParts } from '../noun.ts';
import { calledAs } from './versions/called-as.ts';
import PlanHit from './versions/PlanHit.svelte';

type Kinds = 'plan' | 'plan-section' | 'plan-row';

const option: SearchPart<Kinds>['option'] = (found: Found<Kinds>, { lang }, cityOf) => {
	const city = cityOf(found.city);
	const name = [city?.name, calledAs(found)].filter(Boolean).join(' · ');
	return { href: found.href, name, says: found.title || m.plans_found_untitled(), lang, ...(city && { city }) };
};

const searchParts: SearchParts = {
	plan: { plural: () => m.plans_title(), Hit: PlanHit, option },
	'plan-section': { plural: () => m.plans_found_sections(), Hit: PlanHit, option },
	'plan-row': { plural: () => m.plans_found_rows(), Hit: PlanHit, option }
};

export default searchParts;
