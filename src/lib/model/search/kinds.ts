import { joinNouns } from '../join-nouns.ts';
import { modelNouns } from '../nouns.ts';
import type { Kind } from './results.ts';

export type { Kind } from './results.ts';

/** What each kind of what can be found is called in a query. */
export const kindNames = joinNouns(modelNouns, ({ found }) => found);

/** What can be found, in the order in which it is offered. */
export const foundKinds = [...kindNames.keys()] as Kind[];
