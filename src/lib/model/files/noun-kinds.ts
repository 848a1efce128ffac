import { none } from '../noun.ts';
import type { NounKinds } from '../noun.ts';

export const filesKinds: NounKinds = {
	name: 'files',
	kinds: ['file'],
	thread: none
};
