import { none } from '../noun.ts';
import type { InboxEvents } from './entries.ts';
import type { ModelNoun } from '../noun.ts';
import { notificationsRules, type NotificationSubjects } from './rules.ts';

export const notificationsNoun: ModelNoun<NotificationSubjects, InboxEvents> = {
	...notificationsRules,
	events: {
		'notification.arrived': { countable: false, recounts: false },
		'notification.read': { countable: false, recounts: false },
		'notification.done': { countable: false, recounts: false },
		'notification.undone': { countable: false, recounts: false },
		'notification.withdrawn': { countable: false, recounts: false },
		'notification.changed': { countable: false, recounts: false },
		'notification.revised': { countable: false, recounts: false }
	},
	found: none
};
