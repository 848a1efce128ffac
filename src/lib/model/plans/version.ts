import { hrefOfPlan, type PlanHead } from './plan.ts';

/** Why a version was frozen: by hand, or because the plan was opened, revised or adopted. */
export const versionKinds = ['frozen', 'opened', 'revised', 'adopted'] as const;
export type VersionKind = (typeof versionKinds)[number];

/** A version as lists of them have it. */
export interface VersionHead {
	number: number;
	name: string;
	kind: VersionKind;
	/** Who froze it; null where the person left without a name. */
	by: string | null;
	/** ISO */
	at: string;
	declaration: Declaration | null;
}

/** The political declaration with which a version was adopted. */
export interface Declaration {
	/** The council, board or mayor that adopted it. */
	body: string;
	/** yyyy-mm-dd */
	adoptedOn: string;
	/** Id of its file. */
	file: string | null;
}

/** Where a version is read, for ever. */
export function hrefOfVersion(plan: Pick<PlanHead, 'citySlug' | 'slug'>, number: number): string {
	return `${hrefOfPlan(plan)}?v=${String(number)}`;
}
