import { none, type ScreenNoun } from '../noun.ts';

export const network: ScreenNoun = {
	name: 'network',
	search: () => import('./search-parts.ts'),
	desk: none,
	city: none,
	moderation: none
};
