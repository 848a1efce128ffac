import { partnersSpeak } from '../access/partners-speak.ts';
import type { NounKinds } from '../noun.ts';

export const practicesKinds: NounKinds = {
	name: 'practices',
	kinds: ['practice', 'practice-draft'],
	thread: partnersSpeak
};
