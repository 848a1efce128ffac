import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const threadsScreen: ScreenNoun = {
	name: 'threads',
	room: none,
	search: () => speaking(() => import('./search-parts.ts')),
	desk: none,
	city: none,
	moderation: () => speaking(() => import('./moderation-parts.ts'))
};
