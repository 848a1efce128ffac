import type { CityPart } from '../network/sections.ts';
import HostedMeetings from './HostedMeetings.svelte';

export const cityPart: CityPart<'meetings'> = { name: 'meetings', Section: HostedMeetings };
