import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { meetingsRules, type MeetingSubjects } from './rules.ts';

export const meetingsNoun: ModelNoun<MeetingSubjects> = {
	...meetingsRules,
	events: none,
	found: { meeting: { en: ['meeting', 'meetings'], lv: ['sanāksme', 'sanāksmes'] } }
};
