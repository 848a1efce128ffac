import { none, type ScreenNoun } from '../noun.ts';

export const files: ScreenNoun = {
	name: 'files',
	search: () => import('./search-parts.ts'),
	desk: none,
	city: none,
	moderation: none
};
