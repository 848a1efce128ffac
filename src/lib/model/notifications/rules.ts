import { none } from '../noun.ts';
import type { NounRules } from '../noun.ts';

export interface NotificationSubjects {
	/** To hear what is addressed to a person, and to say what of it is done. */
	'inbox.read': { personId: string };
}

declare module '../policy.ts' {
	interface Subjects extends NotificationSubjects {}
}

export const notificationsRules: NounRules<NotificationSubjects> = {
	name: 'notifications',
	// The stream of a person.
	kinds: ['user'],
	policy: {
		'inbox.read': (person, { personId }) => person.id === personId
	},
	thread: none
};
