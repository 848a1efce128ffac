import { holds, partnerRoles } from '../access/holds.ts';
import type { Person } from '../access/actor.ts';
import { none, type ModelNoun } from '../noun.ts';
import type { AdoptionEvents } from './happened.ts';
import { adoptionsKinds } from './noun-kinds.ts';

interface OfPair {
	network: string;
	/** Codes: of whom the practice is, and who takes it over. */
	owner: string;
	city: string;
}

export interface AdoptionSubjects {
	/** To say that a practice of another city interests one's own, and to ask that city. */
	'adoption.mark': OfPair;
	/** To move, stop and shape what one's city takes over. */
	'adoption.write': OfPair;
	/** To write into its log, and to look after it. */
	'adoption.log': OfPair;
	/** To hide what somebody wrote into a log. */
	'adoption.moderate': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends AdoptionSubjects {}
}

function worksIn(person: Person, network: string, ...cities: string[]): boolean {
	return person.memberships.some(
		(held) => held.network === network && held.city !== null && cities.includes(held.city) && partnerRoles.includes(held.role)
	);
}

const quiet = { countable: false, recounts: false };

export const adoptionsNoun: ModelNoun<AdoptionSubjects, AdoptionEvents> = {
	...adoptionsKinds,
	policy: {
		'adoption.mark': (person, { network, owner, city }) => owner !== city && worksIn(person, network, city),
		'adoption.write': (person, { network, city }) => worksIn(person, network, city),
		'adoption.log': (person, { network, owner, city }) => worksIn(person, network, owner, city),
		'adoption.moderate': (person, { network }) => holds(person, network, ['lead'])
	},
	events: {
		'adoption.marked': quiet,
		'adoption.moved': quiet,
		'adoption.stopped': quiet,
		'adoption.chosen': quiet,
		'adoption.planned': quiet,
		'adoption.joined': quiet,
		'adoption.left': quiet,
		'adoption.logged': quiet,
		'adoption.relogged': quiet,
		'adoption.revised': quiet,
		'adoption.answered': quiet
	},
	found: none
};
