import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const meetingsScreen: ScreenNoun = {
	name: 'meetings',
	search: () => speaking(() => import('./search-parts.ts')),
	desk: () => speaking(() => import('./desk-part.ts')),
	city: () => speaking(() => import('./city-part.ts')),
	moderation: none
};
