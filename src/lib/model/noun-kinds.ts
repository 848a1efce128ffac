import { adoptionsKinds } from './adoptions/noun-kinds.ts';
import { meetingsKinds } from './meetings/noun-kinds.ts';
import { plansKinds } from './plans/noun-kinds.ts';
import { practicesKinds } from './practices/noun-kinds.ts';
import type { NounKinds } from './noun.ts';

/** The list of kinds on which threads hang: of each noun with threads what every page with one needs. */
export const modelKinds: readonly NounKinds[] = [meetingsKinds, plansKinds, practicesKinds, adoptionsKinds];
