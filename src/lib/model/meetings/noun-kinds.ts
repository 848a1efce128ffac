import { partnersSpeak } from '../access/partners-speak.ts';
import type { NounKinds } from '../noun.ts';

export const meetingsKinds: NounKinds = {
	name: 'meetings',
	kinds: ['meeting'],
	thread: partnersSpeak
};
