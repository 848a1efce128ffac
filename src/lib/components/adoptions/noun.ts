import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const adoptionsScreen: ScreenNoun = {
	name: 'adoptions',
	// It stands in the room of the practices, where the menu counts what pairs of cities say to each other too.
	room: none,
	search: none,
	desk: () => speaking(() => import('./desk-part.ts')),
	city: () => speaking(() => import('./city-part.ts')),
	moderation: () => speaking(() => import('./moderation-parts.ts'))
};
