import { m } from '#lib/i18n/m';
import { none, type ScreenNoun } from '../noun.ts';

export const notificationsScreen: ScreenNoun = {
	name: 'notifications',
	room: { href: '/inbox', name: () => m.shell_inbox(), icon: 'bell', menu: false, streams: none },
	search: none,
	desk: none,
	city: none,
	moderation: none
};
