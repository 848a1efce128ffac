/** What a person can be in a network. Who may do what stands in policy.ts. */
export const roles = ['lead', 'coordinator', 'officer', 'expert', 'local', 'reader'] as const;
export type Role = (typeof roles)[number];

export const expertKinds = ['lead', 'adhoc'] as const;
export type ExpertKind = (typeof expertKinds)[number];

/** A current membership. `city` is the partner's code, null for those who belong to no city. */
export interface Membership {
	network: string;
	role: Role;
	city: string | null;
	expertKind: ExpertKind | null;
}

/** Roles that always belong to a city. */
export const cityRoles = ['coordinator', 'officer', 'local'] as const satisfies readonly Role[];

export function belongsToCity(role: Role): boolean {
	return (cityRoles as readonly Role[]).includes(role);
}
