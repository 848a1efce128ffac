import { m } from '#lib/i18n/m';
import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const peopleScreen: ScreenNoun = {
	name: 'people',
	room: { href: '/profile', name: () => m.shell_profile(), icon: 'user-round', menu: false, streams: none },
	search: () => speaking(() => import('./search-parts.ts')),
	desk: () => speaking(() => import('./desk-part.ts')),
	city: none,
	moderation: () => speaking(() => import('./moderation-parts.ts'))
};
