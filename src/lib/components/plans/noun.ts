import { m } from '#lib/i18n/m';
import { speaking } from '#lib/i18n/speaking.ts';
import type { ScreenNoun } from '../noun.ts';

export const plansScreen: ScreenNoun = {
	name: 'plans',
	room: { href: '/plans', name: () => m.shell_plans(), icon: 'book-open-text', menu: true, streams: ['plan', 'plan-draft'] },
	search: () => speaking(() => import('./search-parts.ts')),
	desk: () => speaking(() => import('./list/desk-part.ts')),
	city: () => speaking(() => import('./list/city-part.ts')),
	moderation: () => speaking(() => import('./moderation-parts.ts'))
};
