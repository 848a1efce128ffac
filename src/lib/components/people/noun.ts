import type { ScreenNoun } from '../noun.ts';

export const people: ScreenNoun = {
	name: 'people',
	search: () => import('./search-parts.ts'),
	moderation: () => import('./moderation-parts.ts')
};
