import type { DeskPart } from '../noun.ts';
import DeskAdoptions from './DeskAdoptions.svelte';

const deskPart: DeskPart<'adoptions'> = { name: 'adoptions', stands: 'below', Panel: DeskAdoptions, sentence: null };

export default deskPart;
