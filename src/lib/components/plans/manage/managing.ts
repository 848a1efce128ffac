import type { Problem } from '#lib/model/problem.ts';

/** What a form of the page about a plan sent, which was refused. */
export interface ReturnedAct {
	typed: { act: string; fields: Record<string, string>; people: string[] };
	problem: Problem;
}

/** What every form of that page needs. */
export interface Managing {
	commandId: string;
	returned: ReturnedAct | null;
}

/** What stands in a field of an act: what was typed where it was refused, else what is so. */
export function typedForAct({ returned }: Managing, act: string, field: string, standing = ''): string {
	return returned?.typed.act === act ? (returned.typed.fields[field] ?? '') : standing;
}

/** The fault of a field, by its code; null where it has none. */
export function faultOfAct({ returned }: Managing, act: string, field: string): string | null {
	if (returned?.typed.act !== act) return null;
	return returned.problem.issues?.find((issue) => issue.field === field || issue.field.startsWith(`${field}.`))?.code ?? null;
}
