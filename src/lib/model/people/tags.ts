import type { ExpertKind, Membership, Role } from '../access/roles.ts';

/** A person as shown beside what they wrote: nothing in it depends on the reader's language. */
export interface PersonTag {
	id: string;
	name: string;
	/** Code of the partner city, null for experts and others of no city. */
	city: string | null;
	role: Role;
	expertKind: ExpertKind | null;
}

/** A partner city as the reader's page knows it, its name in the reader's language. */
export interface CityTag {
	code: string;
	slug: string;
	name: string;
	/** The two letters of the mark. */
	letters: string;
	country: string;
	timeZone: string;
	language: string;
	/** Place in the network's order, from 1. */
	position: number;
}

/** The membership a person is shown with: the first in the order of responsibility. */
export function foremost(memberships: readonly Membership[]): Membership | undefined {
	const order: readonly Role[] = ['expert', 'lead', 'coordinator', 'officer', 'local', 'reader'];
	return [...memberships].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))[0];
}
