import { none } from '../noun.ts';
import type { NounKinds } from '../noun.ts';

export const peopleKinds: NounKinds = {
	name: 'people',
	kinds: ['person'],
	thread: none
};
