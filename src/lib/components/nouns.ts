import { filesScreen } from './files/noun.ts';
import { meetingsScreen } from './meetings/noun.ts';
import { networkScreen } from './network/noun.ts';
import type { ScreenNoun } from './noun.ts';
import { peopleScreen } from './people/noun.ts';
import { threadsScreen } from './thread/noun.ts';

/** Every noun that has something to show. */
export const screenNouns: readonly ScreenNoun[] = [meetingsScreen, threadsScreen, filesScreen, peopleScreen, networkScreen];
