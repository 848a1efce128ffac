import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { peopleRules, type PeopleSubjects } from './rules.ts';

export const peopleNoun: ModelNoun<PeopleSubjects> = {
	...peopleRules,
	events: none,
	found: { person: { en: ['person', 'people'], lv: ['cilvēks', 'cilvēki', 'persona'] } }
};
