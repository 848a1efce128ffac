import type { ScreenNoun } from '#lib/components/noun.ts';

export const memosScreen: ScreenNoun = {
	name: 'memos',
	room: { href: '/memos', name: () => 'Memos', icon: 'file-text', menu: true, streams: ['memo'] },
	search: () => import('./search-parts.ts'),
	desk: () => import('./desk-part.ts'),
	city: () => import('./city-part.ts'),
	moderation: () => import('./moderation-parts.ts')
};
