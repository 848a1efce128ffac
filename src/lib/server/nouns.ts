import { files } from './files/noun.ts';
import { meetings } from './meetings/noun.ts';
import { network } from './network/noun.ts';
import type { Noun } from './noun.ts';
import { people } from './people/noun.ts';

/** THE list: whoever plugs something in stands here. */
export const nouns: readonly Noun[] = [meetings, files, people, network];
