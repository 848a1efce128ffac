import type { CityPart } from '../noun.ts';
import HostedMeetings from './HostedMeetings.svelte';

const cityPart: CityPart<'meetings'> = { name: 'meetings', Section: HostedMeetings };

export default cityPart;
