import { partnersSpeak } from '../access/partners-speak.ts';
import type { NounKinds } from '../noun.ts';

export const plansKinds: NounKinds = {
	name: 'plans',
	kinds: ['plan', 'plan-draft', 'plan-section', 'plan-row'],
	thread: partnersSpeak
};
