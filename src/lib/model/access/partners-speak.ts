import type { ThreadRules } from '../noun.ts';
import { holds, partnerRoles } from './holds.ts';

/** The rules of most threads: who works in the network speaks and reacts, and its leads moderate. */
export const partnersSpeak: ThreadRules = {
	speak: (person, { network }) => holds(person, network, partnerRoles),
	react: (person, { network }) => holds(person, network, partnerRoles),
	moderate: (person, { network }) => holds(person, network, ['lead'])
};
