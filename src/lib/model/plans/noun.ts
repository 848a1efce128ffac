import type { Person } from '../access/actor.ts';
import { holds, partnerRoles } from '../access/holds.ts';
import type { ModelNoun } from '../noun.ts';
import type { PlanEvents } from './happened.ts';
import { plansKinds } from './noun-kinds.ts';
import type {} from './found.ts';
import type {} from './moderated.ts';

interface OfCity {
	network: string;
	city: string;
}

export interface PlanSubjects {
	/** To begin a plan, describe it, order its sections, invite readers, open, revise and adopt it, freeze versions. */
	'plan.write': OfCity;
	/** To write in a section and its rows; `writers` are ids of local members to whom the city gave it. */
	'section.write': OfCity & { writers: readonly string[] };
	/** To hide sections and rows, and to restore them. */
	'plan.moderate': { network: string };
	/** To shape the template of the network. */
	'plan.template': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends PlanSubjects {}
}

/** Whether somebody works in this city's team. */
function writesFor(person: Person, { network, city }: OfCity): boolean {
	return person.memberships.some((held) => held.network === network && held.city === city && partnerRoles.includes(held.role));
}

function isLocalOf(person: Person, { network, city }: OfCity): boolean {
	return person.memberships.some((held) => held.network === network && held.city === city && held.role === 'local');
}

const quiet = { countable: false, recounts: false };
const news = { countable: true, recounts: false };

export const plansNoun: ModelNoun<PlanSubjects, PlanEvents> = {
	...plansKinds,
	policy: {
		'plan.write': writesFor,
		'section.write': (person, section) =>
			writesFor(person, section) || (isLocalOf(person, section) && section.writers.includes(person.id)),
		'plan.moderate': (person, { network }) => holds(person, network, ['lead']),
		'plan.template': (person, { network }) => holds(person, network, ['lead'])
	},
	events: {
		'plan.begun': quiet,
		'plan.described': quiet,
		'plan.released': quiet,
		'plan.opened': news,
		'plan.asked': quiet,
		'plan.revised': news,
		'plan.adopted': news,
		'plan.declared': quiet,
		'plan.implementing': quiet,
		'section.added': quiet,
		'section.saved': quiet,
		'section.moved': quiet,
		'section.retired': quiet,
		'section.returned': quiet,
		'section.given': quiet,
		'section.hidden': quiet,
		'section.restored': quiet,
		'row.added': quiet,
		'row.saved': quiet,
		'row.moved': quiet,
		'row.retired': quiet,
		'row.returned': quiet,
		'row.hidden': quiet,
		'row.restored': quiet,
		'version.frozen': news
	},
	found: {
		plan: {
			en: ['plan', 'plans', 'lap', 'iap', 'action plan'],
			lv: ['plāns', 'plāni', 'rīcības plāns', 'lap', 'iap']
		},
		'plan-section': { en: ['section', 'sections'], lv: ['sadaļa', 'sadaļas'] },
		'plan-row': { en: ['row', 'rows'], lv: ['rinda', 'rindas'] }
	}
};
