import { adoptionsNoun } from './adoptions/noun.ts';
import { filesNoun } from './files/noun.ts';
import { meetingsNoun } from './meetings/noun.ts';
import { moderationNoun } from './moderation/noun.ts';
import { networkNoun } from './network/noun.ts';
import type { ListedNoun } from './noun.ts';
import { notificationsNoun } from './notifications/noun.ts';
import { peopleNoun } from './people/noun.ts';
import { plansNoun } from './plans/noun.ts';
import { practicesNoun } from './practices/noun.ts';
import { threadsNoun } from './threads/noun.ts';

/** The list of the model: everything that brings rules, events or kinds to it. */
export const modelNouns: readonly ListedNoun[] = [
	meetingsNoun,
	plansNoun,
	practicesNoun,
	adoptionsNoun,
	threadsNoun,
	filesNoun,
	peopleNoun,
	networkNoun,
	notificationsNoun,
	moderationNoun
];
