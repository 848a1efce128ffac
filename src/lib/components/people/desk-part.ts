import type { DeskPart } from '../noun.ts';
import OwnCityPanel from './OwnCityPanel.svelte';

const deskPart: DeskPart<'people'> = { name: 'people', stands: 'below', Panel: OwnCityPanel, sentence: null };

export default deskPart;
