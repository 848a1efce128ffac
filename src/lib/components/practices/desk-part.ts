import type { DeskPart } from '../noun.ts';
import DeskPractices from './DeskPractices.svelte';

const deskPart: DeskPart<'practices'> = { name: 'practices', stands: 'below', Panel: DeskPractices, sentence: null };

export default deskPart;
