import { none, type ScreenNoun } from '../noun.ts';

export const filesScreen: ScreenNoun = {
	name: 'files',
	search: () => import('./search-parts.ts'),
	desk: none,
	city: none,
	moderation: none
};
