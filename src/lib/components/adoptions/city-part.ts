import type { CityPart } from '../noun.ts';
import CityAdoptions from './CityAdoptions.svelte';

const cityPart: CityPart<'adoptions'> = { name: 'adoptions', Section: CityAdoptions };

export default cityPart;
