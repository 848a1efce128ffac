import type { PracticeEvents } from './happened.ts';
import type { ModelNoun } from '../noun.ts';
import { practicesRules, type PracticeSubjects } from './rules.ts';

const quiet = { countable: false, recounts: false };

export const practicesNoun: ModelNoun<PracticeSubjects, PracticeEvents> = {
	...practicesRules,
	events: {
		'practice.begun': quiet,
		'practice.saved': quiet,
		'practice.submitted': quiet,
		'practice.withdrawn': quiet,
		'practice.returned': quiet,
		'practice.approved': quiet,
		'practice.grown': quiet,
		'practice.published': quiet,
		'practice.archived': quiet,
		'practice.reopened': quiet,
		'practice.asked': quiet,
		'practice.told': quiet
	},
	found: { practice: { en: ['practice', 'practices', 'story', 'stories'], lv: ['prakse', 'prakses', 'stāsts', 'stāsti'] } }
};
