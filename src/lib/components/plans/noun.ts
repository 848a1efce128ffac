import { m } from '#lib/i18n/m';
import { none, type ScreenNoun } from '../noun.ts';

export const plansScreen: ScreenNoun = {
	name: 'plans',
	room: { href: '/plans', name: () => m.shell_plans(), icon: 'book-open-text', menu: true, streams: none },
	search: none,
	desk: none,
	city: none,
	moderation: none
};
