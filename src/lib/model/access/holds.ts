import type { Person } from './actor.ts';
import { roles, type Role } from './roles.ts';

export const anyRole: readonly Role[] = roles;
/** Who works in the network, and does not only read along. */
export const partnerRoles: readonly Role[] = ['lead', 'coordinator', 'officer', 'expert'];

/** Whether somebody is one of these in the network. */
export function holds(person: Person, network: string, among: readonly Role[]): boolean {
	return person.memberships.some((held) => held.network === network && among.includes(held.role));
}

export function coordinates(person: Person, network: string, city: string | null): boolean {
	return (
		city !== null && person.memberships.some((held) => held.network === network && held.role === 'coordinator' && held.city === city)
	);
}
