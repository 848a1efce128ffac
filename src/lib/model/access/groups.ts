import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/** Everybody in a network. An audience is a list of groups. */
export function networkGroup(network: string): string {
	return `network:${network}`;
}

/** Everybody with a role in a network. */
export function roleGroup(network: string, role: Role): string {
	return `role:${network}:${role}`;
}

/** Everybody of a partner city; `city` is its code. */
export function cityGroup(network: string, city: string): string {
	return `city:${network}:${city}`;
}

/** One person alone. */
export function personGroup(id: string): string {
	return `person:${id}`;
}

/** The groups somebody is in, each once; a visitor and who is suspended are in none. */
export function groupsOf(actor: Actor): string[] {
	if (actor.kind === 'visitor' || actor.suspended) return [];
	const held = actor.memberships.flatMap(({ network, role, city }) => [
		networkGroup(network),
		roleGroup(network, role),
		...(city === null ? [] : [cityGroup(network, city)])
	]);
	return [...new Set([personGroup(actor.id), ...held])];
}

/** Whether somebody is in one of the groups of an audience. */
export function isAmong(actor: Actor, audience: readonly string[]): boolean {
	return groupsOf(actor).some((group) => audience.includes(group));
}

/** Ids of the networks and of the people that groups name: whoever is in one of the groups is among these. */
export function peopleNamed(groups: readonly string[]): { networks: string[]; people: string[] } {
	const of = (kinds: readonly string[]) => [
		...new Set(
			groups.flatMap((group) => {
				const [kind = '', id] = group.split(':');
				return id && kinds.includes(kind) ? [id] : [];
			})
		)
	];
	return { networks: of(['network', 'role', 'city']), people: of(['person']) };
}
