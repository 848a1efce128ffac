import { m } from '#lib/i18n/m';
import { none, type ScreenNoun } from '../noun.ts';

export const practicesScreen: ScreenNoun = {
	name: 'practices',
	room: { href: '/practices', name: () => m.shell_practices(), icon: 'sprout', menu: true, streams: ['practice', 'practice-draft'] },
	search: () => import('./search-parts.ts'),
	desk: none,
	city: none,
	moderation: none
};
