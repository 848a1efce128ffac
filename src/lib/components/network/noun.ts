import { m } from '#lib/i18n/m';
import { speaking } from '#lib/i18n/speaking.ts';
import { none, type ScreenNoun } from '../noun.ts';

export const networkScreen: ScreenNoun = {
	name: 'network',
	room: { href: '/network', name: () => m.shell_network(), icon: 'users-round', menu: true, streams: none },
	search: () => speaking(() => import('./search-parts.ts')),
	desk: none,
	city: none,
	moderation: none
};
