import type { DeskPart } from '../../noun.ts';
import DeskPlans from './DeskPlans.svelte';

const plansOnDeskPart: DeskPart<'plans'> = { name: 'plans', stands: 'below', Panel: DeskPlans, sentence: null };

export default plansOnDeskPart;
