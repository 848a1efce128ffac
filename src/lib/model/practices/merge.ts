import type { Doc } from '../documents/doc.ts';
import { emptyDoc } from '../documents/doc.ts';
import { mergeDocs } from '../documents/merge-docs.ts';
import { mergeTexts } from '../documents/merge.ts';
import { jsonInOrder } from '../in-order.ts';
import { shapeOf } from './fields.ts';
import type { PracticeValues } from './values.ts';

/* For the server: merging takes time, and its library stays out of what a page loads. */

type FieldName = keyof PracticeValues;

/** A field in which two people wrote something else at the same time. */
export interface FieldClash {
	field: FieldName;
	/** What one of them wrote. */
	mine: unknown;
	/** What stands: the other's words where both wrote, and what only one of them changed. */
	stands: unknown;
	/** The same with `mine` where both wrote. */
	kept: unknown;
}

/** Whose words stand where both wrote. */
type Winner = 'mine' | 'standing';

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
	for (const field of Object.keys(mine) as FieldName[]) {
		if (mine[field] === undefined) continue;
		const three = [base[field], mine[field], standing[field]] as const;
		const { value, clash } = mergeField(field, three, 'standing');
		Object.assign(values, { [field]: value });
		if (clash) clashes.push({ field, mine: mine[field], stands: value, kept: mergeField(field, three, 'mine').value });
	}
	return { values, clashes };
}

/** What a field says once `mine` is chosen in a clash: what others changed since, and elsewhere, stays. */
export function keepMine({ field, stands, kept }: Pick<FieldClash, 'field' | 'stands' | 'kept'>, standing: PracticeValues): unknown {
	return mergeField(field, [stands, kept, standing[field]], 'mine').value;
}

function mergeField(field: FieldName, [base, mine, standing]: readonly [unknown, unknown, unknown], wins: Winner): Merged {
	if (saysTheSame(mine, base) || saysTheSame(mine, standing)) return { value: standing, clash: false };
	if (saysTheSame(base, standing)) return { value: mine, clash: false };
	const whole = { value: wins === 'mine' ? mine : standing, clash: true };
	if (field === 'lang') return whole;
	switch (shapeOf(field)) {
		case 'line':
			return mergeLines(String(base), String(mine), String(standing)) ?? whole;
		case 'text':
			return mergeTextFields(base as Doc | null, mine as Doc | null, standing as Doc | null, wins);
		case 'evidence':
		case 'modules':
		case 'files':
			return mergeRows(base as Row[], mine as Row[], standing as Row[], wins);
		case 'themes':
		case 'tags':
			return { value: mergeSet(base as string[], mine as string[], standing as string[]), clash: false };
		default:
			return whole;
	}
}

/** Null where both wrote something else: two lines that both stand would be none. */
function mergeLines(base: string, mine: string, standing: string): Merged | null {
	const { text, clashes } = mergeTexts(base, mine, standing);
	return clashes.length > 0 || text.includes('\n') ? null : { value: text, clash: false };
}

function mergeTextFields(base: Doc | null, mine: Doc | null, standing: Doc | null, wins: Winner): Merged {
	const { doc, clashes } = mergeDocs(base ?? emptyDoc, mine ?? emptyDoc, standing ?? emptyDoc, {
		wins: wins === 'mine' ? 'mine' : 'theirs'
	});
	return { value: doc, clash: clashes.length > 0 };
}

interface Row {
	id: string;
}

/** Rows that one side added, changed or took away; a row that both changed, or one changed and the other took away, is a clash. */
export function mergeRows<One extends Row>(base: One[], mine: One[], standing: One[], wins: Winner): Merged {
	const at = (rows: One[], id: string) => rows.find((row) => row.id === id);
	let clash = false;
	const kept = standing.flatMap((row): One[] => {
		const [before, own] = [at(base, row.id), at(mine, row.id)];
		if (saysTheSame(own, row) || saysTheSame(own, before)) return [row];
		if (saysTheSame(before, row)) return own ? [own] : [];
		clash = true;
		return wins === 'standing' ? [row] : own ? [own] : [];
	});
	const added = mine.filter((row) => !at(standing, row.id) && !saysTheSame(at(base, row.id), row));
	// What the other side took away, and this side changed.
	if (added.some((row) => at(base, row.id))) clash = true;
	return { value: [...kept, ...added.filter((row) => wins === 'mine' || !at(base, row.id))], clash };
}

function mergeSet(base: string[], mine: string[], standing: string[]): string[] {
	const kept = standing.filter((one) => mine.includes(one) || !base.includes(one));
	return [...kept, ...mine.filter((one) => !base.includes(one) && !standing.includes(one))];
}

/** Whether both say the same: the database keeps the parts of a value in an order of its own. */
export function saysTheSame(a: unknown, b: unknown): boolean {
	return jsonInOrder(a) === jsonInOrder(b);
}
