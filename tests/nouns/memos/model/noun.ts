import type { MemoEvents } from './memo.ts';
import type { ModelNoun } from '#lib/model/noun.ts';
import { memosRules, type MemoSubjects } from './rules.ts';

export const memosNoun: ModelNoun<MemoSubjects, MemoEvents> = {
	...memosRules,
	events: {
		'memo.written': { countable: false, recounts: false },
		'memo.renamed': { countable: false, recounts: false },
		'memo.dated': { countable: false, recounts: false }
	},
	found: { memo: { en: ['memo', 'memos'], lv: ['piezīme', 'piezīmes'] } }
};
