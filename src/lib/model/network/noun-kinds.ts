import { none } from '../noun.ts';
import type { NounKinds } from '../noun.ts';

export const networkKinds: NounKinds = {
	name: 'network',
	kinds: ['city'],
	thread: none
};
