import { none, type ScreenNoun } from '../noun.ts';

export const peopleScreen: ScreenNoun = {
	name: 'people',
	search: () => import('./search-parts.ts'),
	desk: () => import('./desk-part.ts'),
	city: none,
	moderation: () => import('./moderation-parts.ts')
};
