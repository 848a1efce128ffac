import { none } from '../noun.ts';
import type { NounKinds } from '../noun.ts';

export const threadsKinds: NounKinds = {
	name: 'threads',
	kinds: ['post'],
	thread: none
};
