import { files } from './files/noun.ts';
import { meetings } from './meetings/noun.ts';
import { moderation } from './moderation/noun.ts';
import { network } from './network/noun.ts';
import type { ListedNoun } from './noun.ts';
import { notifications } from './notifications/noun.ts';
import { people } from './people/noun.ts';
import { threads } from './threads/noun.ts';

/** The list of the model: everything that brings rules, events or kinds to it. */
export const nouns: readonly ListedNoun[] = [meetings, threads, files, people, network, notifications, moderation];
