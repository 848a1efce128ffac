import { m } from '#lib/i18n/m';
import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const practicesScreen: ScreenNoun = {
	name: 'practices',
	room: {
		href: '/practices',
		name: () => m.shell_practices(),
		icon: 'sprout',
		menu: true,
		streams: ['practice', 'practice-draft', 'adoption']
	},
	search: () => speaking(() => import('./search-parts.ts')),
	desk: () => speaking(() => import('./desk-part.ts')),
	city: () => speaking(() => import('./city-part.ts')),
	moderation: none
};
