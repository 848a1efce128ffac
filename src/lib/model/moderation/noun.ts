import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { moderationRules, type ModerationSubjects } from './rules.ts';

export const moderationNoun: ModelNoun<ModerationSubjects> = {
	...moderationRules,
	events: none,
	found: none
};
