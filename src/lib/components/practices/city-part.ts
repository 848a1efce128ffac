import type { CityPart } from '../noun.ts';
import CityPractices from './CityPractices.svelte';

const cityPart: CityPart<'practices'> = { name: 'practices', Section: CityPractices };

export default cityPart;
