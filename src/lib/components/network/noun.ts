import { none, type ScreenNoun } from '../noun.ts';

export const networkScreen: ScreenNoun = {
	name: 'network',
	search: () => import('./search-parts.ts'),
	desk: none,
	city: none,
	moderation: none
};
