import { none, type ScreenNoun } from '../noun.ts';

export const meetings: ScreenNoun = {
	name: 'meetings',
	search: () => import('./search-parts.ts'),
	moderation: none
};
