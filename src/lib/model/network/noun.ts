import { anyRole, holds } from '../access/holds.ts';
import { none, type Noun } from '../noun.ts';

export interface NetworkSubjects {
	'network.read': { network: string };
}

export const networkNoun: Noun<NetworkSubjects> = {
	name: 'network',
	kinds: ['city'],
	policy: {
		'network.read': (person, { network: asked }) => holds(person, asked, anyRole)
	},
	events: none,
	thread: none
};
