import { none, type ScreenNoun } from '../noun.ts';

export const meetingsScreen: ScreenNoun = {
	name: 'meetings',
	search: () => import('./search-parts.ts'),
	desk: () => import('./desk-part.ts'),
	city: () => import('./city-part.ts'),
	moderation: none
};
