import type { CityPart } from '#lib/components/noun.ts';
import CityMemos from './CityMemos.svelte';

const cityPart: CityPart<'memos'> = { name: 'memos', Section: CityMemos };

export default cityPart;
