import { anyRole, holds } from '../access/holds.ts';
import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';

export interface NetworkSubjects {
	'network.read': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends NetworkSubjects {}
}

export const networkNoun: ModelNoun<NetworkSubjects> = {
	name: 'network',
	kinds: ['city'],
	policy: {
		'network.read': (person, { network: asked }) => holds(person, asked, anyRole)
	},
	events: none,
	thread: none,
	found: { city: { en: ['city', 'cities'], lv: ['pilsēta', 'pilsētas'] } }
};
