import type { Locale } from '../../i18n/locales.ts';
import type { Membership } from './roles.ts';

/** Somebody signed in, as the policy sees them. Plain data: it travels to the browser of that very person. */
export interface Person {
	kind: 'person';
	id: string;
	name: string;
	locale: Locale;
	timeZone: string;
	suspended: boolean;
	memberships: Membership[];
}

/** Anybody else. */
export interface Visitor {
	kind: 'visitor';
}

export type Actor = Person | Visitor;

export const visitor: Visitor = { kind: 'visitor' };

/** Key of all that the policy knows of an actor: two actors with one key get the same answers. */
export function accessKey(actor: Actor): string {
	if (actor.kind === 'visitor') return '';
	const held = actor.memberships.map(({ network, role, city }) => [network, role, city ?? ''].join('/'));
	return [actor.id, actor.suspended ? 'suspended' : 'in order', ...held.sort()].join(' ');
}
