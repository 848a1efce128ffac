import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	locale: locals.locale,
	theme: locals.theme,
	demo: false,
	now: new Date().toISOString(),
	timeZone: locals.actor.kind === 'person' ? locals.actor.timeZone : 'UTC',
	network: null,
	cities: [],
	marks: '0',
	actor: locals.actor,
	me: null,
	waiting: 0
});
