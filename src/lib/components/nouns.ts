import { files } from './files/noun.ts';
import { meetings } from './meetings/noun.ts';
import { network } from './network/noun.ts';
import type { ScreenNoun } from './noun.ts';
import { people } from './people/noun.ts';
import { threads } from './thread/noun.ts';

/** Every noun that has something to show. */
export const nouns: readonly ScreenNoun[] = [meetings, threads, files, people, network];
