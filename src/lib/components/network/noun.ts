import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const networkScreen: ScreenNoun = {
	name: 'network',
	search: () => speaking(() => import('./search-parts.ts')),
	desk: none,
	city: none,
	moderation: none
};
