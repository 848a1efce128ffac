import { adoptionsKinds } from './adoptions/noun-kinds.ts';
import { filesKinds } from './files/noun-kinds.ts';
import { meetingsKinds } from './meetings/noun-kinds.ts';
import { moderationKinds } from './moderation/noun-kinds.ts';
import { networkKinds } from './network/noun-kinds.ts';
import { notificationsKinds } from './notifications/noun-kinds.ts';
import { peopleKinds } from './people/noun-kinds.ts';
import { practicesKinds } from './practices/noun-kinds.ts';
import { threadsKinds } from './threads/noun-kinds.ts';
import type { NounKinds } from './noun.ts';

/** The list of kinds: of each noun what browsers need of it on every page with a thread. */
export const modelKinds: readonly NounKinds[] = [
	meetingsKinds,
	practicesKinds,
	adoptionsKinds,
	threadsKinds,
	filesKinds,
	peopleKinds,
	networkKinds,
	notificationsKinds,
	moderationKinds
];
