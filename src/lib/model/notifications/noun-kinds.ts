import { none } from '../noun.ts';
import type { NounKinds } from '../noun.ts';

export const notificationsKinds: NounKinds = {
	name: 'notifications',
	// The stream of a person.
	kinds: ['user'],
	thread: none
};
