import { none } from '../noun.ts';
import type { NounKinds } from '../noun.ts';

export const moderationKinds: NounKinds = {
	name: 'moderation',
	kinds: none,
	thread: none
};
