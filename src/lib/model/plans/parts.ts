import type { Localized } from '../localized.ts';
import type { RowKind } from './rows/row.ts';

/** The parts that every template knows, in the order of the network's method; a lead may name, order and leave them otherwise. */
export const planParts = [
	'context',
	'challenge',
	'vision',
	'objectives',
	'people',
	'actions',
	'indicators',
	'funding',
	'risks',
	'governance'
] as const;
export type PlanPart = (typeof planParts)[number];

export function isPlanPart(name: string): name is PlanPart {
	return (planParts as readonly string[]).includes(name);
}

const rowsByPart: Partial<Record<PlanPart, RowKind>> = {
	objectives: 'objective',
	actions: 'action',
	indicators: 'indicator',
	funding: 'budget',
	risks: 'risk'
};

/** What rows stand in a part below its words; null where it has words alone. */
export function rowsOfPart(part: PlanPart | null): RowKind | null {
	return (part && rowsByPart[part]) ?? null;
}

/** A part as the template of a network has it. */
export interface TemplatePart {
	/** Null for one of the network's own. */
	part: PlanPart | null;
	title: Localized;
	/** What belongs there, for whoever writes it. */
	hint: Localized;
}

export const templateLimits = { parts: 30, title: 120, hint: 600 };
