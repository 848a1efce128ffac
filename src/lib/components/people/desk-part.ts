import type { DeskPart } from '../desk/parts.ts';
import OwnCityPanel from './OwnCityPanel.svelte';

export const deskPart: DeskPart<'people'> = { name: 'people', stands: 'below', Panel: OwnCityPanel, sentence: null };
