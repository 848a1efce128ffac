import { partnersSpeak } from '../access/partners-speak.ts';
import type { NounKinds } from '../noun.ts';

export const adoptionsKinds: NounKinds = {
	name: 'adoptions',
	kinds: ['adoption', 'adoption-log'],
	thread: partnersSpeak
};
