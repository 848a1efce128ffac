import { none, type Noun } from '../noun.ts';
import type { InboxEvents } from './entries.ts';

export interface NotificationSubjects {
	/** To hear what is addressed to a person, and to say what of it is done. */
	'inbox.read': { personId: string };
}

export const notificationsNoun: Noun<NotificationSubjects, InboxEvents> = {
	name: 'notifications',
	// The stream of a person.
	kinds: ['user'],
	policy: {
		'inbox.read': (person, { personId }) => person.id === personId
	},
	events: {
		'notification.arrived': { countable: false },
		'notification.read': { countable: false },
		'notification.done': { countable: false },
		'notification.undone': { countable: false },
		'notification.revised': { countable: false }
	},
	thread: none
};
