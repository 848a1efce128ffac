import type { ScreenNoun } from '../noun.ts';

export const threads: ScreenNoun = {
	name: 'threads',
	search: () => import('./search-parts.ts'),
	moderation: () => import('./moderation-parts.ts')
};
