import { m } from '#lib/i18n/m';
import { none, type ScreenNoun } from '../noun.ts';

export const deskScreen: ScreenNoun = {
	name: 'desk',
	room: { href: '/', name: () => m.shell_desk(), icon: 'inbox', menu: true, streams: none },
	search: none,
	desk: none,
	city: none,
	moderation: none
};
