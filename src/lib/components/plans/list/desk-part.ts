import type { DeskPart } from '../../noun.ts';
import DeskPlans from './DeskPlans.svelte';

/** What waits is said beside each plan: the sentence of the day has room for one thing, and that is how soon people meet. */
const plansOnDeskPart: DeskPart<'plans'> = { name: 'plans', stands: 'below', Panel: DeskPlans, sentence: null };

export default plansOnDeskPart;
