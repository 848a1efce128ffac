import { none, type ModelNoun } from '../noun.ts';
import type { AdoptionEvents } from './happened.ts';
import { adoptionsRules, type AdoptionSubjects } from './rules.ts';

const quiet = { countable: false, recounts: false };

export const adoptionsNoun: ModelNoun<AdoptionSubjects, AdoptionEvents> = {
	...adoptionsRules,
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
