import { auth } from './auth/noun.ts';
import { files } from './files/noun.ts';
import { mail } from './mail/noun.ts';
import { meetings } from './meetings/noun.ts';
import { network } from './network/noun.ts';
import { notifications } from './notifications/noun.ts';
import type { Noun } from './noun.ts';
import { people } from './people/noun.ts';

/** THE list: whoever plugs something in stands here, the nouns and the rooms that they share. */
export const nouns: readonly Noun[] = [meetings, files, people, network, notifications, mail, auth];
