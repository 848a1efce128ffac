import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { filesRules, type FileSubjects } from './rules.ts';

export const filesNoun: ModelNoun<FileSubjects> = {
	...filesRules,
	events: none,
	found: { file: { en: ['file', 'files'], lv: ['fails', 'faili'] } }
};
