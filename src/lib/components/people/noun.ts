import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const peopleScreen: ScreenNoun = {
	name: 'people',
	search: () => speaking(() => import('./search-parts.ts')),
	desk: () => speaking(() => import('./desk-part.ts')),
	city: none,
	moderation: () => speaking(() => import('./moderation-parts.ts'))
};
