import { m } from '#lib/i18n/m';
import { none, type ScreenNoun } from '../noun.ts';

export const searchScreen: ScreenNoun = {
	name: 'search',
	room: { href: '/search', name: () => m.shell_search_room(), icon: 'search', menu: false, streams: none },
	search: none,
	desk: none,
	city: none,
	moderation: none
};
