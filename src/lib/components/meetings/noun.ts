import { m } from '#lib/i18n/m';
import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const meetingsScreen: ScreenNoun = {
	name: 'meetings',
	room: { href: '/meetings', name: () => m.shell_meetings(), icon: 'calendar-days', menu: true, streams: ['meeting'] },
	search: () => speaking(() => import('./search-parts.ts')),
	desk: () => speaking(() => import('./desk-part.ts')),
	city: () => speaking(() => import('./city-part.ts')),
	moderation: none
};
