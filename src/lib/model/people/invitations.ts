import type { ExpertKind, Role } from '../access/roles.ts';

export interface OpenInvitation {
	id: string;
	name: string;
	email: string;
	role: Role;
	expertKind: ExpertKind | null;
	city: string | null;
	expiresAt: string;
	/** Its week is over; a new link brings it back. */
	expired: boolean;
}
