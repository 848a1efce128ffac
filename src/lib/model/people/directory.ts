import type { ExpertKind, Role } from '../access/roles.ts';
import type { PersonTag } from './tags.ts';

/** Somebody as colleagues of the network find them. */
export interface Member extends PersonTag {
	/** Null where the reader may not see it. */
	email: string | null;
	/** Shown to leads alone. */
	suspended: boolean;
	/** What the reader may do about their suspension. */
	act: 'suspend' | 'readmit' | null;
	/** Everything they are there, in this city or without one. */
	roles: { role: Role; expertKind: ExpertKind | null }[];
}

/** What the directory adds to the city that every page knows already. */
export interface PartnerEntry {
	code: string;
	organisation: string;
	population: number | null;
	leads: boolean;
	people: Member[];
}

export interface Directory {
	partners: PartnerEntry[];
	experts: Member[];
	readers: Member[];
}
