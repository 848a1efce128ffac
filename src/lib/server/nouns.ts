import { adoptionsServer } from './adoptions/noun.ts';
import { authServer } from './auth/noun.ts';
import { filesServer } from './files/noun.ts';
import { meetingsServer } from './meetings/noun.ts';
import { networkServer } from './network/noun.ts';
import { notificationsServer } from './notifications/noun.ts';
import { threadsServer } from './threads/noun.ts';
import type { ServerNoun } from './noun.ts';
import { peopleServer } from './people/noun.ts';
import { plansServer } from './plans/noun.ts';
import { practicesServer } from './practices/noun.ts';

/** THE list: whoever plugs something in stands here, the nouns and the rooms that they share. */
export const serverNouns: readonly ServerNoun[] = [
	meetingsServer,
	practicesServer,
	plansServer,
	adoptionsServer,
	threadsServer,
	filesServer,
	peopleServer,
	networkServer,
	notificationsServer,
	authServer
];
