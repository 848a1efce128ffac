import { holds } from '../access/holds.ts';
import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { moderationKinds } from './noun-kinds.ts';

export interface ModerationSubjects {
	'moderation.read': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends ModerationSubjects {}
}

export const moderationNoun: ModelNoun<ModerationSubjects> = {
	...moderationKinds,
	policy: {
		'moderation.read': (person, { network }) => holds(person, network, ['lead'])
	},
	events: none,
	found: none
};
