import type { Doc } from '../documents/doc.ts';
import { emptyDoc } from '../documents/doc.ts';
import { mergeDocs } from '../documents/merge-docs.ts';
import { mergeTexts } from '../documents/merge.ts';
import { shapeOf } from './fields.ts';
import type { PracticeField, PracticeValues } from './values.ts';

/* For the server: merging takes time, and its library stays out of what a page loads. */

/** A field in which two people wrote something else at the same time. What stands is in the merged values. */
export interface FieldClash {
	field: PracticeField;
	mine: unknown;
}

interface Merged {
	value: unknown;
	clash: boolean;
}

/**
 * Puts what somebody changed since `base` into what stands now: texts by blocks and words, rows by their ids, anything else
 * as a whole.
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
		if (mine[field] === undefined) continue;
		const { value, clash } = mergeField(field, base[field], mine[field], standing[field]);
		Object.assign(values, { [field]: value });
		if (clash) clashes.push({ field, mine: mine[field] });
	}
	return { values, clashes };
}

function mergeField(field: PracticeField, base: unknown, mine: unknown, standing: unknown): Merged {
	if (saysTheSame(mine, base) || saysTheSame(mine, standing)) return { value: standing, clash: false };
	if (saysTheSame(base, standing)) return { value: mine, clash: false };
	switch (shapeOf(field)) {
		case 'line':
			return mergeLines(String(base), String(mine), String(standing));
		case 'text':
			return mergeTextFields(base as Doc | null, mine as Doc | null, standing as Doc | null);
		case 'evidence':
		case 'modules':
		case 'files':
			return mergeRows(base as Row[], mine as Row[], standing as Row[]);
		case 'themes':
		case 'tags':
			return { value: mergeSet(base as string[], mine as string[], standing as string[]), clash: false };
		default:
			return { value: standing, clash: true };
	}
}

function mergeLines(base: string, mine: string, standing: string): Merged {
	const { text, clashes } = mergeTexts(base, mine, standing);
	// Two lines that both stand would be none.
	return clashes.length > 0 || text.includes('\n') ? { value: standing, clash: true } : { value: text, clash: false };
}

function mergeTextFields(base: Doc | null, mine: Doc | null, standing: Doc | null): Merged {
	const { doc, clashes } = mergeDocs(base ?? emptyDoc, mine ?? emptyDoc, standing ?? emptyDoc);
	return { value: doc, clash: clashes.length > 0 };
}

interface Row {
	id: string;
}

/** Rows that one side added, changed or took away; a row that both changed, or one changed and the other took away, is a clash. */
function mergeRows(base: Row[], mine: Row[], standing: Row[]): Merged {
	const at = (rows: Row[], id: string) => rows.find((row) => row.id === id);
	let clash = false;
	const kept = standing.flatMap((row): Row[] => {
		const [before, own] = [at(base, row.id), at(mine, row.id)];
		if (saysTheSame(own, row) || saysTheSame(own, before)) return [row];
		if (saysTheSame(before, row)) return own ? [own] : [];
		clash = true;
		return [row];
	});
	const added = mine.filter((row) => !at(standing, row.id) && !saysTheSame(at(base, row.id), row));
	// What the other side took away, and this side changed.
	if (added.some((row) => at(base, row.id))) clash = true;
	return { value: [...kept, ...added.filter((row) => !at(base, row.id))], clash };
}

function mergeSet(base: string[], mine: string[], standing: string[]): string[] {
	const kept = standing.filter((one) => mine.includes(one) || !base.includes(one));
	return [...kept, ...mine.filter((one) => !base.includes(one) && !standing.includes(one))];
}

/** Whether both say the same: the database keeps the parts of a value in an order of its own. */
export function saysTheSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
