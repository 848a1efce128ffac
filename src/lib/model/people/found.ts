import type { ExpertKind, Role } from '../access/roles.ts';
import type { PersonTag } from './tags.ts';

/** What is told of people that were found. */
export interface PeopleFound {
	person: { person: PersonTag; roles: { role: Role; expertKind: ExpertKind | null }[] };
}

declare module '../search/results.ts' {
	interface FoundByKind extends PeopleFound {}
}
