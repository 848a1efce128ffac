import { holds } from '../access/holds.ts';
import { none, type Noun } from '../noun.ts';

export interface ModerationSubjects {
	'moderation.read': { network: string };
}

export const moderationNoun: Noun<ModerationSubjects> = {
	name: 'moderation',
	kinds: none,
	policy: {
		'moderation.read': (person, { network }) => holds(person, network, ['lead'])
	},
	events: none,
	thread: none
};
