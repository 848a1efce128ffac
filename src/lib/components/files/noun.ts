import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const filesScreen: ScreenNoun = {
	name: 'files',
	room: none,
	search: () => speaking(() => import('./search-parts.ts')),
	desk: none,
	city: none,
	moderation: none
};
