import type { Person } from '../access/actor.ts';
import { anyRole, holds, partnerRoles } from '../access/holds.ts';
import type { PracticeEvents } from './happened.ts';
import type { ModelNoun } from '../noun.ts';
import { practicesKinds } from './noun-kinds.ts';

interface OfCity {
	network: string;
	city: string;
}

export interface PracticeSubjects {
	/** To begin, write, submit, publish changes, archive. */
	'practice.write': OfCity;
	/** To publish what was submitted, or to ask for changes. */
	'practice.decide': { network: string };
	'practice.archive': OfCity;
	/** To ask for what is not told yet, and to keep a bookmark. */
	'practice.ask': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends PracticeSubjects {}
}

/** Whether somebody works in this city's team. */
function worksIn(person: Person, { network, city }: OfCity): boolean {
	return person.memberships.some((held) => held.network === network && held.city === city && partnerRoles.includes(held.role));
}

const quiet = { countable: false, recounts: false };

export const practicesNoun: ModelNoun<PracticeSubjects, PracticeEvents> = {
	...practicesKinds,
	policy: {
		'practice.write': worksIn,
		'practice.decide': (person, { network }) => holds(person, network, ['lead']),
		'practice.archive': (person, subject) => worksIn(person, subject) || holds(person, subject.network, ['lead']),
		'practice.ask': (person, { network }) => holds(person, network, anyRole)
	},
	events: {
		'practice.begun': quiet,
		'practice.saved': quiet,
		'practice.submitted': quiet,
		'practice.withdrawn': quiet,
		'practice.returned': quiet,
		'practice.approved': quiet,
		'practice.grown': quiet,
		'practice.published': quiet,
		'practice.archived': quiet,
		'practice.reopened': quiet,
		'practice.asked': quiet,
		'practice.told': quiet
	},
	found: { practice: { en: ['practice', 'practices', 'story', 'stories'], lv: ['prakse', 'prakses', 'stāsts', 'stāsti'] } }
};
