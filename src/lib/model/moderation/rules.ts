import { holds } from '../access/holds.ts';
import { none } from '../noun.ts';
import type { NounRules } from '../noun.ts';

export interface ModerationSubjects {
	'moderation.read': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends ModerationSubjects {}
}

export const moderationRules: NounRules<ModerationSubjects> = {
	name: 'moderation',
	kinds: none,
	policy: {
		'moderation.read': (person, { network }) => holds(person, network, ['lead'])
	},
	thread: none
};
