import { adoptionsRules } from './adoptions/rules.ts';
import { filesRules } from './files/rules.ts';
import { meetingsRules } from './meetings/rules.ts';
import { moderationRules } from './moderation/rules.ts';
import type { ListedRules } from './noun.ts';
import { networkRules } from './network/rules.ts';
import { notificationsRules } from './notifications/rules.ts';
import { peopleRules } from './people/rules.ts';
import { practicesRules } from './practices/rules.ts';
import { threadsRules } from './threads/rules.ts';

/** The list of rules: what the model's doors say of who may do what. It stands apart because browsers need no more of them. */
export const modelRules: readonly ListedRules[] = [
	meetingsRules,
	practicesRules,
	adoptionsRules,
	threadsRules,
	filesRules,
	peopleRules,
	networkRules,
	notificationsRules,
	moderationRules
];
