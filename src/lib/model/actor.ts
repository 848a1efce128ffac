import type { Locale } from '../i18n/locales.ts';
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
