import { none, type ScreenNoun } from '../noun.ts';

export const threadsScreen: ScreenNoun = {
	name: 'threads',
	search: () => import('./search-parts.ts'),
	desk: none,
	city: none,
	moderation: () => import('./moderation-parts.ts')
};
