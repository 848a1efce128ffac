import { holds } from '../access/holds.ts';
import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';

export interface ModerationSubjects {
	'moderation.read': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends ModerationSubjects {}
}

export const moderationNoun: ModelNoun<ModerationSubjects> = {
	name: 'moderation',
	kinds: none,
	policy: {
		'moderation.read': (person, { network }) => holds(person, network, ['lead'])
	},
	events: none,
	thread: none,
	found: none
};
