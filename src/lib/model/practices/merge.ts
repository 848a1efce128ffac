import type { PracticeField, PracticeValues } from './values.ts';

/** A field in which two people wrote something else at the same time. What stands is in the merged values. */
export interface FieldClash {
	field: PracticeField;
	mine: unknown;
}

/**
 * Puts what somebody changed since `base` into what stands now.
 * @param mine the fields that they sent; those that equal the base are no change
 * @returns the values, in which what stands wins where both changed the same, and the other sides of these
 */
export function mergeValues(
	base: PracticeValues,
	mine: Partial<PracticeValues>,
	standing: PracticeValues
): { values: PracticeValues; clashes: FieldClash[] } {
	const values: PracticeValues = { ...standing };
	const clashes: FieldClash[] = [];
	for (const field of Object.keys(mine) as PracticeField[]) {
		if (mine[field] === undefined || same(mine[field], base[field]) || same(mine[field], standing[field])) continue;
		if (same(base[field], standing[field])) Object.assign(values, { [field]: mine[field] });
		else clashes.push({ field, mine: mine[field] });
	}
	return { values, clashes };
}

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
