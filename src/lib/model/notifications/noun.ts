import { none } from '../noun.ts';
import type { InboxEvents } from './entries.ts';
import type { ModelNoun } from '../noun.ts';

export interface NotificationSubjects {
	/** To hear what is addressed to a person, and to say what of it is done. */
	'inbox.read': { personId: string };
}

declare module '../policy.ts' {
	interface Subjects extends NotificationSubjects {}
}

export const notificationsNoun: ModelNoun<NotificationSubjects, InboxEvents> = {
	name: 'notifications',
	// The stream of a person.
	kinds: ['user'],
	policy: {
		'inbox.read': (person, { personId }) => person.id === personId
	},
	events: {
		'notification.arrived': { countable: false, recounts: false },
		'notification.read': { countable: false, recounts: false },
		'notification.done': { countable: false, recounts: false },
		'notification.undone': { countable: false, recounts: false },
		'notification.withdrawn': { countable: false, recounts: false },
		'notification.changed': { countable: false, recounts: false },
		'notification.revised': { countable: false, recounts: false }
	},
	thread: none,
	found: none
};
