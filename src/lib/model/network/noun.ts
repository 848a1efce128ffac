import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { networkRules, type NetworkSubjects } from './rules.ts';

export const networkNoun: ModelNoun<NetworkSubjects> = {
	...networkRules,
	events: none,
	found: { city: { en: ['city', 'cities'], lv: ['pilsēta', 'pilsētas'] } }
};
