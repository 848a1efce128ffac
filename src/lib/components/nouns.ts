import { adoptionsScreen } from './adoptions/noun.ts';
import { deskScreen } from './desk/noun.ts';
import { filesScreen } from './files/noun.ts';
import { meetingsScreen } from './meetings/noun.ts';
import { networkScreen } from './network/noun.ts';
import type { ScreenNoun } from './noun.ts';
import { notificationsScreen } from './notifications/noun.ts';
import { peopleScreen } from './people/noun.ts';
import { plansScreen } from './plans/noun.ts';
import { practicesScreen } from './practices/noun.ts';
import { searchScreen } from './search/noun.ts';
import { threadsScreen } from './thread/noun.ts';

/** Everything that has something to show. Rooms stand in the menu and in the palette in this order. */
export const screenNouns: readonly ScreenNoun[] = [
	deskScreen,
	plansScreen,
	practicesScreen,
	adoptionsScreen,
	meetingsScreen,
	networkScreen,
	notificationsScreen,
	searchScreen,
	peopleScreen,
	threadsScreen,
	filesScreen
];
