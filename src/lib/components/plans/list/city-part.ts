import type { CityPart } from '../../noun.ts';
import CityPlans from './CityPlans.svelte';

const cityPlansPart: CityPart<'plans'> = { name: 'plans', Section: CityPlans };

export default cityPlansPart;
