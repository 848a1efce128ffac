import type { Actor } from '../access/actor.ts';
import { can } from '../policy.ts';
import { belongsToCity, roles, type Role } from '../access/roles.ts';

export interface Invitables {
	roles: Role[];
	/** Codes of the cities one may invite into. */
	cities: string[];
}

/** Which roles and cities this actor can fill; none for most. */
export function invitables(actor: Actor, network: string, cities: string[]): Invitables {
	const open = (role: Role, city: string | null) => can(actor, 'person.invite', { network, role, city });
	return {
		roles: roles.filter((role) => (belongsToCity(role) ? cities.some((city) => open(role, city)) : open(role, null))),
		cities: cities.filter((city) => roles.some((role) => belongsToCity(role) && open(role, city)))
	};
}
